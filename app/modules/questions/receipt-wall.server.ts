import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';

/**
 * Shows the wall of the database a receipt, for this transaction only: it opens the thread with this token and no other.
 * `day` is the centre's own, for what the database notes by itself.
 */
export async function showReceipt<Tables>(tx: Transaction<Tables>, token: string, day = ''): Promise<void> {
  await sql`select set_config('serai.receipt', ${token}, true), set_config('serai.day', ${day}, true)`.execute(
    tx,
  );
}

/** Under this the thread of a token is kept: the token itself is nowhere. */
export const lookupOf = (token: string): Buffer => createHash('sha256').update(token).digest();
