import { type Kysely, sql } from 'kysely';
import type { House } from '#platform/house.server.ts';
import type { IndexedPerson } from '#platform/name-matching/people-index.ts';
import { cardPlace } from './client-card.ts';
import type { ClientIdentity } from './client.ts';
import type { ClientTables } from './client.tables.server.ts';
import { comparedFacts, personToCompare } from './compared-facts.ts';

/** Rows read, opened and indexed at once. */
export const indexPage = 1_000;

export type IndexerTables = Pick<ClientTables, 'client' | 'client_identity' | 'client_card'>;

export interface IndexRow {
  client_id: string;
  centre_id: string;
  sealed: Buffer;
  file_no: string;
  birth_year: number | null;
  birth_precision: 'exact' | 'year' | 'estimated' | 'band' | 'unknown';
  sex: string;
  origin_country: string | null;
  origin_admin1: string | null;
  /** The file became part of another: it is nobody of its own any more. */
  merged_into: string | null;
  cards: { id: string; sealed: string }[] | null;
}

const rowsOf = (database: Kysely<IndexerTables>) =>
  database
    .selectFrom('client_identity as i')
    .innerJoin('client as c', 'c.id', 'i.client_id')
    .select([
      'i.client_id',
      'i.centre_id',
      'i.sealed',
      'c.file_no',
      'c.birth_year',
      'c.birth_precision',
      'c.sex',
      'c.origin_country',
      'c.origin_admin1',
      'c.merged_into',
      sql<
        IndexRow['cards']
      >`(select json_agg(json_build_object('id', k.id, 'sealed', encode(k.sealed_number, 'base64')))
        from client_card k where k.client_id = i.client_id and k.revoked_at is null)`.as('cards'),
    ]);

export const readPage = (database: Kysely<IndexerTables>, after: string | null): Promise<IndexRow[]> =>
  rowsOf(database)
    // Said of both tables: the planner carries only equalities over a join, and would read the other from its beginning.
    .$if(after !== null, (query) => query.where('i.client_id', '>', after).where('c.id', '>', after))
    .orderBy('i.client_id')
    .limit(indexPage)
    .execute();

export const readPeople = (database: Kysely<IndexerTables>, ids: string[]): Promise<IndexRow[]> =>
  rowsOf(database).where('i.client_id', 'in', ids).execute();

export async function nextIds(
  database: Kysely<IndexerTables>,
  centreId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await database
    .selectFrom('client')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('merged_into', 'is', null)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** File numbers of what was merged into these files, however far the way: they find whoever took them in. */
export async function formerFileNos(
  database: Kysely<IndexerTables>,
  rows: readonly IndexRow[],
): Promise<Map<string, string[]>> {
  const { rows: found } = await sql<{ survivor: string; file_no: string }>`
    with recursive way as (
      select id, merged_into as survivor, file_no from client
      where merged_into = any(${rows.map((row) => row.client_id)}::uuid[])
      union all
      select stub.id, way.survivor, stub.file_no from way join client stub on stub.merged_into = way.id)
    select survivor, file_no from way`.execute(database);
  const numbers = new Map<string, string[]>();
  for (const { survivor, file_no } of found)
    numbers.set(survivor, [...(numbers.get(survivor) ?? []), file_no]);
  return numbers;
}

export async function openCards(house: House, rows: readonly IndexRow[]): Promise<Map<string, string[]>> {
  const sealed = rows.flatMap((row) =>
    (row.cards ?? []).map((card) => ({
      clientId: row.client_id,
      keyId: row.client_id,
      place: cardPlace(card.id),
      sealed: Buffer.from(card.sealed, 'base64'),
    })),
  );
  const numbers = new Map<string, string[]>();
  if (sealed.length === 0) return numbers;
  const opened = await house.vault.unsealMany<{ number: string }>(sealed);
  for (const [at, { clientId }] of sealed.entries()) {
    const number = opened[at]?.number;
    if (number) numbers.set(clientId, [...(numbers.get(clientId) ?? []), number]);
  }
  return numbers;
}

/** A row as the index takes it; references are former file numbers and cards. */
export function indexedPerson(
  row: IndexRow,
  identity: ClientIdentity,
  references: readonly string[],
): IndexedPerson {
  const person = personToCompare(row.centre_id, comparedFacts(row, identity), row.client_id);
  return { ...person, references: [row.file_no, ...references] };
}
