import { sql, type Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { createPeopleIndex, type Hit, type IndexedPerson } from '#platform/name-matching/people-index.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { ClientIdentity } from './client.ts';
import type { ClientTables } from './client.tables.server.ts';
import { type ComparedColumns, comparedFacts, personToCompare } from './compared-facts.ts';
import { inSlices } from './in-slices.ts';
import { peopleIndex } from './people-index.server.ts';

/** From here on two people are shown side by side before a second file is opened. */
export const suspectScore = 0.5;
export const mostSuspects = 5;
/** A pair that was told apart is asked about again when it looks so much more alike than it did then. */
export const askAgainRise = 0.15;
const mostPairsOfOne = 20;

/** Two files that look alike, in any order. */
export interface SuspectedFiles {
  clientId: string;
  otherId: string;
  score: number;
  reasons: string[];
}

/** Who may already have a file. @throws Problem `clients.index-building` */
export async function findSuspects(
  house: House,
  centreId: string,
  facts: ComparedColumns,
  identity: ClientIdentity,
  { ownId = '', most = mostSuspects } = {},
): Promise<Hit[]> {
  const person = personToCompare(centreId, comparedFacts(facts, identity), ownId);
  const hits = await peopleIndex(house).similar(person, most);
  return hits.filter((hit) => hit.score >= suspectScore);
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

/** Whom somebody on a list looks like. */
export interface ListSuspects {
  id: string;
  /** Files of the register, best first. */
  inRegister: Hit[];
  /** Others on the same list, best first; each pair is told of both. */
  onList: Hit[];
}

/**
 * Who of many people may already have a file, and who of them may be one: thousands at a time, in slices that let other
 * work through. The ids are the caller's own; all are of one centre. @throws Problem `clients.index-building`
 */
export async function findSuspectsOfMany(
  house: House,
  people: readonly IndexedPerson[],
): Promise<ListSuspects[]> {
  const list = createPeopleIndex();
  for (const person of people) list.put(person);
  const likely = (hits: Hit[]) => hits.filter((hit) => hit.score >= suspectScore);
  const inRegister = await peopleIndex(house).similarOfMany(people, mostSuspects);
  const onList = await inSlices(people, (person) =>
    list.similarTo(person.scope, person.id, { limit: mostPairsOfOne }),
  );
  return people.map(({ id }, at) => ({
    id,
    inRegister: likely(inRegister[at] ?? []),
    onList: likely(onList[at] ?? []),
  }));
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
  const { house, tx, now } = context;
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
