import type { Generated, Selectable } from 'kysely';

/** One row a person or party that came through the door today; who it is, only where a file is linked. */
export interface ArrivalTable {
  id: string;
  centre_id: string;
  site_id: string;
  /** The centre's own day. */
  day: string;
  ticket_no: number;
  arrived_at: Date;
  /** Code of `visitReason`. */
  visit_reason: string;
  urgent: Generated<boolean>;
  language: string | null;
  party_size: Generated<number>;
  client_id: string | null;
  /** Copied from the client, so that the database wall holds here too. */
  restricted: Generated<boolean>;
  /** ArrivalNote under `note_key`, which expires within weeks. */
  sealed_note: Buffer | null;
  note_key: string | null;
  called_by: string | null;
  called_at: Date | null;
  served_at: Date | null;
  left_at: Date | null;
  contact_id: string | null;
  created_by: string;
  version: Generated<number>;
}
export type ArrivalRow = Selectable<ArrivalTable>;

export interface TicketCounterTable {
  centre_id: string;
  site_id: string;
  day: string;
  last: number;
}

export interface ArrivalTables {
  arrival: ArrivalTable;
  ticket_counter: TicketCounterTable;
}
