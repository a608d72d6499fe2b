import type pg from 'pg';
import type { CountRow, Measure } from './statistics.tables.server.ts';

interface RawContact {
  id: string;
  who: string;
  day: string;
  facts: Record<string, string>;
  counsellor: string;
  minutes: number;
  people: number;
}
interface RawServed {
  contact_id: string;
  client_id: string;
  day: string;
  facts: Record<string, string>;
  /** The first contact of the person with the centre, as found by looking at all of them. */
  first: boolean;
}

const text = (column: string) => `coalesce(${column}, 'not_recorded')`;

/**
 * Counts a period the slow way: row by row, from the whole ledger, with nothing of the counting functions and nothing
 * that is kept for them. For tests and the bench, which compare.
 */
export async function recount(
  admin: pg.Pool,
  centreId: string,
  first: string,
  next: string,
  siteId: string | null = null,
): Promise<CountRow[]> {
  const { rows: contacts } = await admin.query<RawContact>(
    `select id, who, occurred_on::text as day, counsellor_id as counsellor, minutes, people, json_build_object(
       'channelGroup', channel_group, 'topic', topics[1], 'language', language, 'sex', sex, 'ageBand', age_band, 'stage', stage,
       'nationality', ${text('nationality')}, 'district', ${text('district')}, 'site', site_id::text,
       'corridor', case when corridor_from is null and corridor_to is null then 'not_recorded'
                        else concat(corridor_from, '>', corridor_to) end) as facts
     from serai.contact
     where centre_id = $1 and occurred_on >= $2 and occurred_on < $3 and voided_at is null and ($4::uuid is null or site_id = $4)`,
    [centreId, first, next, siteId],
  );
  const { rows: served } = await admin.query<RawServed>(
    `select contact_id, client_id, occurred_on::text as day,
       json_build_object('sex', ${text('sex')}, 'ageBand', ${text('age_band')}, 'stage', ${text('stage')},
         'nationality', ${text('nationality')}, 'district', ${text('district')}) as facts,
       contact_id = first_value(contact_id) over (partition by client_id order by occurred_on, contact_id) as first
     from serai.contact_client where centre_id = $1 and not voided`,
    [centreId],
  );
  const { rows: arrivals } = await admin.query<{ party: number }>(
    `select party_size as party from serai.arrival where centre_id = $1 and day >= $2 and day < $3 and ($4::uuid is null or site_id = $4)`,
    [centreId, first, next, siteId],
  );
  const tally = new Map<string, CountRow>();
  const add = (
    measure: Measure,
    dimension: CountRow['dimension'],
    a: string | null,
    b: string | null,
    n: number,
    part: number | null,
  ) => {
    const key = [measure, dimension, a, b].join('|');
    const row = tally.get(key) ?? { measure, dimension, a, b, n: 0, part: part === null ? null : 0 };
    tally.set(key, { ...row, n: row.n + n, part: part === null ? null : (row.part ?? 0) + part });
  };
  for (const measure of ['contacts', 'people', 'heads', 'visits', 'online'] as const)
    add(measure, '', null, null, 0, 0);

  const counted = new Map(contacts.map((contact) => [contact.id, contact]));
  for (const { who, day, facts, counsellor, minutes, people } of contacts) {
    if (who === 'head_count') {
      add('heads', '', null, null, people, 1);
      for (const each of ['topic', 'site'] as const) add('heads', each, facts[each] ?? '', null, people, 1);
      continue;
    }
    const unnamed = who === 'anonymous' ? 1 : 0;
    add('contacts', '', null, null, 1, unnamed);
    add('contacts', 'day', day, null, 1, unnamed);
    for (const [dimension, code] of Object.entries(facts))
      add('contacts', dimension as CountRow['dimension'], code, null, 1, unnamed);
    add('load', 'counsellor', counsellor, null, 1, minutes);
    if (unnamed && facts['channelGroup'] === 'online') add('online', '', null, null, 0, 1);
  }

  const earliest = new Map<string, RawServed>();
  const online = new Set<string>();
  const servedBy = new Map<string, Set<string>>();
  for (const row of served) {
    const contact = counted.get(row.contact_id);
    if (!contact) continue;
    if (contact.facts['channelGroup'] === 'online') online.add(row.client_id);
    servedBy.set(contact.counsellor, (servedBy.get(contact.counsellor) ?? new Set()).add(row.client_id));
    const known = earliest.get(row.client_id);
    if (!known || `${row.day} ${row.contact_id}` < `${known.day} ${known.contact_id}`)
      earliest.set(row.client_id, row);
  }
  for (const { contact_id, facts: own, first: isFirst } of earliest.values()) {
    const part = isFirst ? 1 : 0;
    const facts = { ...counted.get(contact_id)?.facts, ...own };
    add('people', '', null, null, 1, part);
    for (const [dimension, code] of Object.entries(facts))
      add('people', dimension as CountRow['dimension'], code, null, 1, part);
    add('people', 'sexAge', own['sex'] ?? '', own['ageBand'] ?? '', 1, part);
  }
  add('online', '', null, null, online.size, 0);
  for (const [counsellor, people] of servedBy)
    add('load_people', 'counsellor', counsellor, null, people.size, null);
  for (const { party } of arrivals) add('visits', '', null, null, party, 1);
  return [...tally.values()];
}

/** As one list of lines that can be compared: the order of rows means nothing. */
export const linesOf = (rows: readonly CountRow[]): string[] =>
  rows
    .map(({ measure, dimension, a, b, n, part }) =>
      [measure, dimension, a ?? '', b ?? '', n, part ?? ''].join(' | '),
    )
    .sort();
