import type { Generated } from 'kysely';
import type { ClientTables } from '#modules/clients/client.tables.server.ts';

/** One look through the register of a centre. */
export interface DuplicateScanTable {
  id: string;
  centre_id: string;
  /** Nobody when it came by itself. */
  started_by: string | null;
  started_at: Date;
  /** People there were when it began. */
  total: number;
  done: Generated<number>;
  /** The last file that was looked at. */
  position: Generated<string | null>;
  found: Generated<number>;
  fallen: Generated<number>;
  finished_at: Generated<Date | null>;
}

export interface ScanTables extends ClientTables {
  duplicate_scan: DuplicateScanTable;
}
