import type { Generated } from 'kysely';
import type { BreakGlassOutcome } from './break-glass-outcomes.ts';
import type { FlagKind, FlagState } from './unusual-reading.ts';

/** One restricted file opened in an emergency by somebody who is not on its list. Made by `open_break_glass` alone. */
export interface BreakGlassTable {
  id: string;
  centre_id: string;
  client_id: string;
  staff_id: string;
  session_id: string;
  file_no: string;
  /** A text, sealed under the person's key. */
  sealed_reason: Buffer;
  opened_at: Date;
  ends_at: Date;
  closed_at: Date | null;
  review_due: Date;
  /** When those who may review were last told that it is overdue. */
  escalated_at: Date | null;
  reviewed_at: Date | null;
  reviewed_by: string | null;
  outcome: BreakGlassOutcome | null;
  /** The reviewer's note, sealed under the person's key. */
  sealed_review: Buffer | null;
}

/** Reading that a reviewer asks about. */
export interface ReadingFlagTable {
  id: string;
  centre_id: string;
  /** The reader. */
  staff_id: string;
  kind: FlagKind;
  /** The centre's own day. */
  day: string;
  /** Keyed hash of the person, or empty where the flag is about many. */
  matter: Buffer;
  count: number;
  usual: number | null;
  /** FlagFacts, sealed for the house. */
  sealed_facts: Buffer;
  flagged_at: Date;
  state: Generated<FlagState>;
  reviewed_at: Date | null;
  reviewed_by: string | null;
  /** The reviewer's note, sealed for the house. */
  sealed_note: Buffer | null;
}

export interface FlagFacts {
  /** The events it rests on, by number; a hundred at most. */
  seqs: number[];
  /** First and last of them, ISO instants. */
  from: string;
  to: string;
  clientId?: string;
}

export interface OversightTables {
  break_glass: BreakGlassTable;
  reading_flag: ReadingFlagTable;
  reading_watch: { centre_id: string; seq: number };
}
