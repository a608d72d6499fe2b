import type { Generated, Selectable } from 'kysely';
import type { HoldGround } from './hold.ts';

export interface LegalHoldTable {
  id: string;
  centre_id: string;
  /** Nobody: the whole centre. */
  client_id: string | null;
  restricted: Generated<boolean>;
  ground: HoldGround;
  /** HoldReason, under the person's key; the house's for the whole centre. */
  sealed_reason: Buffer;
  review_on: string;
  placed_by: string;
  placed_at: Date;
  ended_by: string | null;
  ended_at: Date | null;
  sealed_end: Buffer | null;
}
export type LegalHoldRow = Selectable<LegalHoldTable>;

export type RunResult = 'done' | 'clock' | 'too-many' | 'confirmed';

export interface RetentionRunTable {
  id: string;
  centre_id: string;
  at: Date;
  /** `confirmed`: a person said that the clock is right. */
  result: RunResult;
  counts: Generated<Record<string, number>>;
}

export interface RetentionProposalTable {
  id: string;
  centre_id: string;
  class: string;
  client_id: string | null;
  restricted: Generated<boolean>;
  pieces: number;
  clock_on: string;
  due_on: string;
  proposed_at: Date;
  state: Generated<'open' | 'approved' | 'kept' | 'withdrawn' | 'done'>;
  decided_by: string | null;
  decided_at: Date | null;
  keep_until: string | null;
  sealed_reason: Buffer | null;
}

export interface RetentionTables {
  legal_hold: LegalHoldTable;
  retention_run: RetentionRunTable;
  retention_proposal: RetentionProposalTable;
}
