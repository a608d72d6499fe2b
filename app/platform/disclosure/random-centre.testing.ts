import type { CountScope, CountTable, CountUnit } from './count-table.ts';

/** A number generator that gives the same numbers for the same seed, so that a failure can be looked at again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Visit {
  person: number;
  day: string;
  site: string;
  channel: string;
  topic: string;
}

export interface RandomCentre {
  /** True counts of a period, of the centre or one of its sites. */
  count(scope: CountScope): CountTable[];
  /** Records that come late, into days that are over. */
  enterLate(first: string, next: string, visits: number): void;
}

export const sites = ['north', 'south'];

/** A year of invented visits: few people in most categories, as in a small centre. */
export function randomCentre(random: () => number, size: { people: number; visits: number }): RandomCentre {
  const oneOf = (codes: readonly string[]) => codes[Math.floor(codes.length * random() * random())] ?? '';
  const named = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
  const [districts, topics, ages] = [named('d', 8), named('t', 9), named('a', 5)];
  const people = Array.from({ length: size.people }, () => ({
    district: oneOf(districts),
    sex: oneOf(['female', 'male']),
    age: oneOf(ages),
  }));
  const visits: Visit[] = [];
  const enter = (first: string, next: string, count: number) => {
    const [from, to] = [Date.parse(first), Date.parse(next)];
    for (let at = 0; at < count; at += 1)
      visits.push({
        person: Math.floor(random() * people.length),
        day: new Date(from + Math.floor(random() * (to - from))).toISOString().slice(0, 10),
        site: random() < 0.75 ? 'north' : 'south',
        channel: oneOf(['desk', 'phone', 'online', 'outreach']),
        topic: oneOf(topics),
      });
  };
  enter('2026-01-01', '2027-01-01', size.visits);
  return {
    enterLate: enter,
    count({ siteId, first, next }) {
      const here = visits.filter((visit) => siteId === null || visit.site === siteId);
      const within = here.filter(({ day }) => day >= first && day < next);
      const seen = new Set(within.map(({ person }) => person));
      const before = new Set(here.filter(({ day }) => day < first).map(({ person }) => person));
      const facts = (ids: Iterable<number>) =>
        [...ids].map((id) => people[id] ?? { district: '', sex: '', age: '' });
      const persons = facts(seen);
      const newcomers = facts([...seen].filter((id) => !before.has(id)));
      return [
        tabulate('contacts-by-channel', 'contacts', ['channel'], within),
        tabulate('contacts-by-topic', 'contacts', ['topic'], within),
        ...(siteId === null ? [tabulate('contacts-by-site', 'contacts', ['site'], within)] : []),
        tabulate('people-by-sex-and-age', 'people', ['sex', 'age'], persons),
        tabulate('people-by-district', 'people', ['district'], persons),
        tabulate('first-time-people-by-sex-and-age', 'first_time_people', ['sex', 'age'], newcomers),
      ];
    },
  };
}

/** Counts rows by their columns, with all margins. */
export function tabulate(
  code: string,
  unit: CountUnit,
  dimensions: readonly string[],
  rows: readonly object[],
): CountTable {
  const counts = new Map<string, number>([[JSON.stringify(dimensions.map(() => 'total')), 0]]);
  for (const row of rows) {
    const values = row as Record<string, string>;
    for (let mask = 0; mask < 1 << dimensions.length; mask += 1) {
      const key = dimensions.map((dimension, at) => ((mask >> at) & 1 ? 'total' : (values[dimension] ?? '')));
      counts.set(JSON.stringify(key), (counts.get(JSON.stringify(key)) ?? 0) + 1);
    }
  }
  const cells = [...counts].map(([key, n]) => ({ key: JSON.parse(key) as string[], n }));
  return { code, unit, dimensions, cells };
}
