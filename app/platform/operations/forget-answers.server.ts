import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../database/databases.server.ts';
import type { Vault } from '../vault/vault.server.ts';
import { answerPlace } from './idempotency.server.ts';

interface KeptAnswer {
  owner_id: string;
  key: string;
  answer_key: string;
  sealed_answer: Buffer;
}

const page = 2_000;

/**
 * Forgets every first answer that names one of these ids. The key of the try stays, so that a repeated write is refused
 * instead of done twice. @param tx the eraser's. Returns how many.
 */
export async function forgetAnswers(
  tx: Kysely<AnyTables>,
  vault: Vault,
  ids: readonly string[],
): Promise<number> {
  let forgotten = 0;
  let after: { owner_id: string; key: string } = {
    owner_id: '00000000-0000-0000-0000-000000000000',
    key: '',
  };
  for (;;) {
    const { rows } = await sql<KeptAnswer>`
      select owner_id, key, answer_key, sealed_answer from idempotency
      where sealed_answer is not null and (owner_id, key) > (${after.owner_id}::uuid, ${after.key})
      order by owner_id, key limit ${page}`.execute(tx);
    const opened = await vault.unsealMany<unknown>(
      rows.map((row) => ({
        keyId: row.answer_key,
        place: answerPlace(row.owner_id, row.key),
        sealed: row.sealed_answer,
      })),
    );
    for (const [at, row] of rows.entries()) {
      const text = JSON.stringify(opened[at] ?? null);
      if (!ids.some((id) => text.includes(id))) continue;
      await sql`update idempotency set sealed_answer = null, answer_key = null
        where owner_id = ${row.owner_id} and key = ${row.key}`.execute(tx);
      forgotten += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < page) return forgotten;
    after = last;
  }
}
