import type { Generated } from 'kysely';

/** Messages waiting to leave the house. Recipient and text are sealed under the person's key. */
export interface OutboxTable {
  id: string;
  centre_id: string;
  client_id: string | null;
  kind: string;
  key_id: string;
  sealed: Buffer;
  state: Generated<'waiting' | 'sent' | 'failed' | 'withdrawn'>;
  send_after: Date;
  attempts: Generated<number>;
  created_at: Date;
  settled_at: Date | null;
}

export interface OutboxTables {
  outbox: OutboxTable;
}
