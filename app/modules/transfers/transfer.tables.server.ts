import type { Generated, Selectable } from 'kysely';
import type { TransferScope, TransferState } from './transfer.ts';

/** What both centres see of a move; the packet only with the key of its own. */
export interface TransferTable {
  id: string;
  from_centre: string;
  to_centre: string;
  state: TransferState;
  reason: string;
  scope: TransferScope;
  excluded: string[];
  urgent: boolean;
  restricted: boolean;
  basis: 'consent' | 'override';
  proposed_by: string;
  proposed_at: Date;
  sent_by: string | null;
  sent_at: Date | null;
  due_at: Date | null;
  decided_by: string | null;
  decided_at: Date | null;
  reject_reason: string | null;
  confirmed_at: Date | null;
  closed_at: Date | null;
  key_id: string | null;
  /** TransferPacket. */
  sealed_packet: Buffer | null;
  /** TransferTalk. */
  sealed_talk: Buffer | null;
}
export type TransferRow = Selectable<TransferTable>;

/** Whose file it is, behind the sender's wall. */
export interface TransferOriginTable {
  transfer_id: string;
  centre_id: string;
  client_id: string;
  open: Generated<boolean>;
  /** Why it goes without a yes, under the person's key. */
  sealed_override: Buffer | null;
}

/** Which file it became, behind the receiver's wall. */
export interface TransferArrivalTable {
  transfer_id: string;
  centre_id: string;
  client_id: string;
  /** TransferHistory, under the new file's key. */
  sealed_history: Buffer;
  arrived_at: Date;
}

export interface TransferTables {
  transfer: TransferTable;
  transfer_origin: TransferOriginTable;
  transfer_arrival: TransferArrivalTable;
}
