import type { ColumnType, Generated, Selectable } from 'kysely';
import type { ClientTables } from '#modules/clients/client.tables.server.ts';

/** Two files of one person: proposed, then merged or closed, and for a time to be undone. */
export interface ClientMergeTable {
  id: string;
  centre_id: string;
  survivor_id: string;
  merged_id: string;
  survivor_version: number;
  merged_version: number;
  proposed_by: string;
  proposed_at: Date;
  /** Choices, under the survivor's key. */
  sealed_choices: Buffer;
  closed_by: Generated<string | null>;
  closed_at: Generated<Date | null>;
  confirmed_by: Generated<string | null>;
  merged_at: Generated<Date | null>;
  undo_until: Generated<Date | null>;
  review_until: Generated<Date | null>;
  reviewed_by: Generated<string | null>;
  reviewed_at: Generated<Date | null>;
  undone_by: Generated<string | null>;
  undone_at: Generated<Date | null>;
  survivor_restricted: Generated<boolean | null>;
  merged_restricted: Generated<boolean | null>;
  /** JoinedFiles, under the survivor's key; gone when the merge can no longer be undone. */
  sealed_before: Generated<Buffer | null>;
}
export type ClientMergeRow = Selectable<ClientMergeTable>;

export interface ClientMergeRowTable {
  merge_id: string;
  centre_id: string;
  table_name: string;
  row_id: string;
  detail: ColumnType<Record<string, unknown> | null, string | null, string | null>;
}

export interface MergeTables extends ClientTables {
  client_merge: ClientMergeTable;
  client_merge_row: ClientMergeRowTable;
}
