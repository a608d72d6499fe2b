import type { Generated, Selectable } from 'kysely';
import type { ImportCounts } from './import-counts.ts';

export type ImportState =
  | 'open'
  | 'checking'
  | 'ready'
  | 'running'
  | 'done'
  | 'undoing'
  | 'undone'
  | 'discarded';
export const duplicateDecisions = ['attach', 'new', 'skip'] as const;
export type DuplicateDecision = (typeof duplicateDecisions)[number];
/** `same`: name and phone agree. `like`: somebody similar. */
export type Resemblance = 'none' | 'same' | 'like';
export type RowState = 'ready' | 'wrong' | 'repeated' | 'skipped' | 'taken' | 'undone' | 'kept';

export interface RegisterImportTable {
  /** Also the id of the key that the file, the settings and the waiting rows are sealed under. */
  id: string;
  centre_id: string;
  state: ImportState;
  file_id: string | null;
  file_mac: Buffer;
  /** ImportSettings */
  sealed_settings: Buffer | null;
  /** ImportFindings */
  sealed_findings: Buffer | null;
  counts: Generated<ImportCounts>;
  check_id: string | null;
  same_decision: Generated<DuplicateDecision>;
  like_decision: Generated<DuplicateDecision>;
  created_by: string;
  created_at: Date;
  site_id: string | null;
  started_by: string | null;
  started_at: Date | null;
  finished_at: Date | null;
  undone_by: string | null;
  last_activity_at: Date;
  purged_at: Date | null;
  version: Generated<number>;
}
export type RegisterImport = Selectable<RegisterImportTable>;

export interface ImportRowTable {
  import_id: string;
  /** As the file counts, from 1. */
  number: number;
  centre_id: string;
  state: RowState;
  /** StagedCells, under the import's key; gone once the row is taken. */
  sealed: Buffer | null;
  /** Keyed hash of what was read, with its place among equal rows of the file. */
  fingerprint: Buffer;
  problems: string[];
  resemblance: Generated<Resemblance>;
  suspect_client: string | null;
  suspect_row: number | null;
  suspect_score: number | null;
  suspect_reasons: Generated<string[]>;
  decision: DuplicateDecision | null;
  client_id: string | null;
  made_client: Generated<boolean>;
  contact_id: string | null;
  taken_at: Date | null;
}
export type ImportRow = Selectable<ImportRowTable>;

export interface ImportReferenceTable {
  centre_id: string;
  number_mac: Buffer;
  client_id: string;
}

export interface ImportTemplateTable {
  centre_id: string;
  header_mac: Buffer;
  /** ImportTemplate, for the house. */
  sealed: Buffer;
  saved_by: string;
  saved_at: Date;
}

export interface ImportTables {
  register_import: RegisterImportTable;
  import_row: ImportRowTable;
  import_reference: ImportReferenceTable;
  import_template: ImportTemplateTable;
}
