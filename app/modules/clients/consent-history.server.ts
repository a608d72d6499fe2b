import type { Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import type { ClientTables } from './client.tables.server.ts';
import type { ConsentInForce, ConsentProof } from './consent.ts';
import { unsealProof } from './consent-rows.server.ts';
import type { ConsentDecision } from './timeline.ts';

/** Every decision of a person, newest first. @param opener opens the sealed words too, where the reader may have them */
export async function consentHistory(
  tx: Transaction<ClientTables>,
  clientId: string,
  opener?: House,
): Promise<ConsentDecision[]> {
  const rows = await tx
    .selectFrom('consent')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('seq', 'desc')
    .limit(500)
    .execute();
  const words = new Map<string, ConsentProof>();
  for (const row of rows) {
    if (opener && row.sealed_proof)
      words.set(row.id, await unsealProof(opener, clientId, row.id, row.sealed_proof));
  }
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    status: row.status,
    form: row.form,
    explainedIn: row.explained_in,
    givenOn: row.given_on,
    validUntil: row.valid_until,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
    explained: row.checklist,
    ...(row.merge_id && { byMerge: true }),
    ...(words.has(row.id) && { words: words.get(row.id) }),
  }));
}

/** Of a history, newest first, the decision of each purpose that is in force. */
export function newestOf(history: readonly ConsentDecision[]): ConsentInForce[] {
  const newest = new Map<string, ConsentInForce>();
  for (const { purpose, status, form, explainedIn, givenOn, validUntil } of history) {
    if (!newest.has(purpose))
      newest.set(purpose, { purpose, status, form, explainedIn, givenOn, validUntil });
  }
  return [...newest.values()];
}
