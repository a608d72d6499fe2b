import { sql, type Transaction } from 'kysely';
import type { Actor } from '../actor.ts';
import type { AnyTables } from '../database/databases.server.ts';
import type { House } from '../house.server.ts';
import { Problem } from '../problem.ts';

export type Claim<Result> =
  | { answered: true; answer: Result }
  | { answered: false; ownerId: string; key: string };

const keepWeeks = 8;
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Claims a key for this write. A second writer with the same key waits here until the first has committed.
 * @throws Problem `idempotency.conflict` when the key came before with another input or operation,
 * `idempotency.key-invalid` when it is not 8–100 printable characters
 */
export async function claimAnswer<Result>(
  house: House,
  tx: Transaction<AnyTables>,
  actor: Actor,
  operation: string,
  key: string,
  input: unknown,
): Promise<Claim<Result>> {
  if (!/^[\x21-\x7e]{8,100}$/.test(key)) throw new Problem('idempotency.key-invalid', 422);
  const ownerId = actor.staffId ?? nobody;
  const mac = house.vault.mac('idempotency', `${operation}\u0000${JSON.stringify(input ?? null)}`);
  const claimed =
    await sql`insert into idempotency (owner_id, key, operation, body_mac) values (${ownerId}, ${key}, ${operation}, ${mac})
    on conflict do nothing returning 1`.execute(tx);
  if (claimed.rows.length > 0) return { answered: false, ownerId, key };
  const first = (
    await sql<{
      body_mac: Buffer;
      operation: string;
      answer_key: string | null;
      sealed_answer: Buffer | null;
    }>`
    select body_mac, operation, answer_key, sealed_answer from idempotency where owner_id = ${ownerId} and key = ${key}`.execute(
      tx,
    )
  ).rows[0];
  if (!first || first.operation !== operation || !first.body_mac.equals(mac))
    throw new Problem('idempotency.conflict', 409);
  if (!first.answer_key || !first.sealed_answer) throw new Problem('idempotency.conflict', 409);
  const answer = await house.vault.unseal<Result>(
    first.answer_key,
    answerPlace(ownerId, key),
    first.sealed_answer,
  );
  return { answered: true, answer };
}

/** Keeps the answer, sealed under a key that expires, in the same transaction as the write. */
export async function keepAnswer(
  house: House,
  tx: Transaction<AnyTables>,
  claim: Extract<Claim<unknown>, { answered: false }>,
  answer: unknown,
): Promise<void> {
  const keyId = await house.vault.weekKey('answers', house.clock.now(), keepWeeks);
  const sealed = await house.vault.seal(keyId, answerPlace(claim.ownerId, claim.key), answer);
  await sql`update idempotency set answer_key = ${keyId}, sealed_answer = ${sealed}
    where owner_id = ${claim.ownerId} and key = ${claim.key}`.execute(tx);
}

export const answerPlace = (ownerId: string, key: string) => ({
  table: 'idempotency',
  column: 'sealed_answer',
  row: `${ownerId}/${key}`,
});
