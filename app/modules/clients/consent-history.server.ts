import type { Transaction } from 'kysely';
import type { ClientTables } from './client.tables.server.ts';
import type { ConsentInForce } from './consent.ts';
import type { ConsentDecision } from './timeline.ts';

/** Every decision of a person, newest first. */
export async function consentHistory(
  tx: Transaction<ClientTables>,
  clientId: string,
): Promise<ConsentDecision[]> {
  const rows = await tx
    .selectFrom('consent')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('seq', 'desc')
    .limit(500)
    .execute();
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
