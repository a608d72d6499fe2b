import { sql, type Transaction } from 'kysely';
import type { Hit } from '#platform/name-matching/people-index.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { ClientIdentity } from './client.ts';
import type { ClientTables } from './client.tables.server.ts';
import type { ComparedColumns } from './compared-facts.ts';
import { peopleIndex, type SweptPerson } from './people-index.server.ts';
import { findSuspects, mostPairsOfOne, suspectScore } from './possible-duplicates.server.ts';

/** A pair that was told apart is asked about again when it looks so much more alike than it did then. */
const askAgainRise = 0.15;

/** Two files that look alike, in any order. */
export interface SuspectedFiles {
  clientId: string;
  otherId: string;
  score: number;
  reasons: string[];
}

/**
 * Keeps pairs for the work list. A pair that was told apart stays so, unless it looks much more alike than then; a pair
 * that was merged stays merged.
 */
export async function keepPairs(
  tx: Transaction<ClientTables>,
  centreId: string,
  now: Date,
  pairs: readonly SuspectedFiles[],
): Promise<void> {
  if (pairs.length === 0) return;
  // In one order whoever writes them, so that two who write the same pairs wait for each other instead of crossing.
  const key = ({ clientId, otherId }: SuspectedFiles) =>
    clientId < otherId ? clientId + otherId : otherId + clientId;
  const rows = pairs.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  await sql`
    insert into possible_duplicate as known (client_id, other_client_id, centre_id, score, reasons, created_at)
    select "clientId", "otherId", ${centreId}, score, reasons, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as pair("clientId" uuid, "otherId" uuid, score real, reasons text[])
    on conflict (least(client_id, other_client_id), greatest(client_id, other_client_id)) do update set
      score = excluded.score,
      reasons = excluded.reasons,
      decided_score = case when known.status = 'not_duplicate' then coalesce(known.decided_score, known.score) end,
      status = case when known.status = 'not_duplicate'
          and excluded.score >= coalesce(known.decided_score, known.score) + ${askAgainRise} then 'suspected' else known.status end,
      asked_again = known.asked_again or (known.status = 'not_duplicate'
          and excluded.score >= coalesce(known.decided_score, known.score) + ${askAgainRise})
    where known.status <> 'merged' and (known.score, known.reasons) is distinct from (excluded.score, excluded.reasons)`.execute(
    tx,
  );
}

/**
 * Keeps the pairs of people who were swept, and lets go of suspected ones that no longer look alike. A pair is looked at
 * with the first of the two; whoever is not in the index (merged, erased) is left as it is.
 */
export async function keepSwept(
  { house, tx, now }: OperationContext<ClientTables>,
  centreId: string,
  swept: readonly SweptPerson[],
): Promise<{ found: number; fallen: number }> {
  const pairs = swept.flatMap(({ id, hits }) =>
    hits
      .filter(({ score }) => score >= suspectScore)
      .map((hit) => ({ clientId: id, otherId: hit.id, score: hit.score, reasons: hit.reasons })),
  );
  await keepPairs(tx, centreId, now, pairs);
  const found = new Set(pairs.flatMap(({ clientId, otherId }) => [clientId + otherId, otherId + clientId]));
  const stood = await tx
    .selectFrom('possible_duplicate')
    .select(['client_id', 'other_client_id'])
    .where('status', '=', 'suspected')
    .where('client_id', '=', sql<string>`any(${swept.map(({ id }) => id)}::uuid[])`)
    .execute();
  const doubtful = stood.filter((pair) => !found.has(pair.client_id + pair.other_client_id));
  const scores = await peopleIndex(house).compare(
    centreId,
    doubtful.map((pair) => [pair.client_id, pair.other_client_id] as const),
  );
  const fallen = doubtful.filter((_, at) => (scores[at] ?? 1) < suspectScore);
  for (const pair of fallen) {
    await tx
      .deleteFrom('possible_duplicate')
      .where('client_id', '=', pair.client_id)
      .where('other_client_id', '=', pair.other_client_id)
      .where('status', '=', 'suspected')
      .execute();
  }
  return { found: pairs.length, fallen: fallen.length };
}

/** What is compared: when none of it changed nobody else looks alike than before. */
const comparedFields = new Set([
  'names',
  'birth',
  'phones',
  'sex',
  'birth_year',
  'birth_precision',
  'origin_country',
  'origin_admin1',
]);

/**
 * A file was written anew: pairs that it makes now are kept, pairs that no longer look alike fall off. While the index
 * is being built a job does it later.
 */
export async function lookForPairsAgain(
  context: OperationContext<ClientTables>,
  file: { clientId: string; centreId: string; facts: ComparedColumns; identity: ClientIdentity },
  changed: readonly string[],
): Promise<void> {
  if (!changed.some((field) => comparedFields.has(field))) return;
  const { house } = context;
  let hits: Hit[];
  try {
    hits = await findSuspects(house, file.centreId, file.facts, file.identity, {
      ownId: file.clientId,
      most: mostPairsOfOne,
    });
  } catch (error) {
    if (!isProblem(error) || error.code !== 'clients.index-building') throw error;
    await context.enqueue(
      'look-for-duplicates',
      { centreId: file.centreId, clientId: file.clientId },
      { jobKey: `look-for-duplicates/${file.clientId}` },
    );
    return;
  }
  await keepPairsOf(context, file, hits);
}

/** All pairs of one file: these stand, others that were suspected go. */
export async function keepPairsOf(
  { tx, now }: OperationContext<ClientTables>,
  file: { clientId: string; centreId: string },
  hits: readonly Hit[],
): Promise<void> {
  await keepPairs(
    tx,
    file.centreId,
    now,
    hits.map((hit) => ({ clientId: file.clientId, otherId: hit.id, score: hit.score, reasons: hit.reasons })),
  );
  await tx
    .deleteFrom('possible_duplicate')
    .where('status', '=', 'suspected')
    .where(
      sql<boolean>`(client_id = ${file.clientId} and other_client_id <> all(${hits.map(({ id }) => id)}::uuid[])
        or other_client_id = ${file.clientId} and client_id <> all(${hits.map(({ id }) => id)}::uuid[]))`,
    )
    .execute();
}
