import type { Generated, JSONColumnType } from 'kysely';
import type { CountUnit } from '#platform/disclosure/count-table.ts';
import type { Audience, ReleasedCell } from '#platform/disclosure/released-table.ts';
import type { ReleaseFormat, ReleaseKind, ReleaseLanguage } from './release.ts';

export interface ReleaseTable {
  id: string;
  /** The order in which releases left. */
  seq: Generated<string>;
  centre_id: string;
  site_id: string | null;
  kind: ReleaseKind;
  calendar: string;
  first_day: string;
  next_day: string;
  audience: Audience;
  threshold: number;
  /** ReleasePurpose, sealed for the house. */
  sealed_purpose: Buffer;
  hash: string;
  made_by: string;
  made_at: Date;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
  /** `{ reason }`, sealed for the house. */
  sealed_withdrawal: Buffer | null;
}

export interface ReleasedTableTable {
  release_id: string;
  centre_id: string;
  position: number;
  code: string;
  unit: CountUnit;
  dimensions: string[];
  cells: JSONColumnType<ReleasedCell[]>;
}

export interface ReleaseFileTable {
  release_id: string;
  centre_id: string;
  language: ReleaseLanguage;
  format: ReleaseFormat;
  bytes: Buffer;
}

export interface ReleaseTables {
  release: ReleaseTable;
  released_table: ReleasedTableTable;
  release_file: ReleaseFileTable;
}

export interface ReleasePurpose {
  recipient: string;
  reason: string;
}

export const purposePlace = (releaseId: string) => ({
  table: 'release',
  column: 'sealed_purpose',
  row: releaseId,
});
export const withdrawalPlace = (releaseId: string) => ({
  table: 'release',
  column: 'sealed_withdrawal',
  row: releaseId,
});
