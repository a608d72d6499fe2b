import { describe, expect, test } from 'vitest';
import type { CountScope } from './count-table.ts';
import { hideSmallNumbers, protectTables } from './protect-tables.server.ts';
import { randomCentre, seeded, sites, tabulate } from './random-centre.testing.ts';
import {
  asReleased,
  type Audience,
  isSeenBy,
  type ProtectedTable,
  type ReleasedTable,
} from './released-table.ts';
import { isTooNarrow, solveFor } from './solve-for.server.ts';

const thresholds = { internal: 5, public: 11 };
const centre = (first: string, next: string, siteId: string | null = null): CountScope => ({
  centreId: 'c',
  siteId,
  first,
  next,
});
const month = (number: number, siteId: string | null = null) =>
  centre(firstOf(number), firstOf(number + 1), siteId);
const firstOf = (number: number) =>
  number > 12 ? '2027-01-01' : `2026-${String(number).padStart(2, '0')}-01`;
const quarter = (number: number, siteId: string | null = null) =>
  centre(firstOf(number * 3 - 2), firstOf(number * 3 + 1), siteId);
const year = centre('2026-01-01', '2027-01-01');
/** A month of the Solar Hijri calendar, which lies across two of the others. */
const hamal = centre('2026-03-21', '2026-04-21');

const rows = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([channel, n]) => Array.from({ length: n }, () => ({ channel })));
const channels = (counts: Record<string, number>) =>
  tabulate('contacts-by-channel', 'contacts', ['channel'], rows(counts));
const shownIn = (table: ProtectedTable | undefined) =>
  Object.fromEntries(table?.cells.map(({ key, n }) => [key.join(), n]) ?? []);
const rule = (scope: CountScope, audience: Audience = 'internal') => ({ scope, audience, thresholds });

/** Hidden cells that somebody who holds these tables knows too well. */
async function tooWellKnown(released: readonly ReleasedTable[], attacker: Audience) {
  const seen = released.filter((table) => isSeenBy(attacker, table));
  return (await solveFor(seen)).filter((cell) => isTooNarrow(cell, thresholds[attacker]));
}

test('a number of few people is hidden, and another so that the total does not tell it', async () => {
  const { tables } = await protectTables([channels({ desk: 40, phone: 3, online: 9 })], rule(month(3)), []);
  expect(shownIn(tables[0])).toEqual({ desk: 40, phone: null, online: null, total: 52 });
  expect(tables[0]?.cells.map(({ reason }) => reason).filter(Boolean)).toEqual(['small', 'complementary']);
});

test('a true 0 is shown: it tells of nobody', async () => {
  const table = { ...channels({ desk: 40, phone: 30 }), cells: [...channels({ desk: 40, phone: 30 }).cells] };
  table.cells.push({ key: ['online'], n: 0 });
  const { tables } = await protectTables([table], rule(month(3)), []);
  expect(shownIn(tables[0])).toEqual({ desk: 40, phone: 30, online: 0, total: 70 });
});

test('a month of three people shows not even its total', async () => {
  const { tables } = await protectTables([channels({ desk: 3 })], rule(month(3)), []);
  expect(shownIn(tables[0])).toEqual({ desk: null, total: null });
});

test('everybody gets less than partners', async () => {
  const counts = [channels({ desk: 40, phone: 7, online: 30 })];
  const partners = await protectTables(counts, rule(month(3)), []);
  const everybody = await protectTables(counts, rule(month(3), 'public'), []);
  expect(shownIn(partners.tables[0])['phone']).toBe(7);
  expect(shownIn(everybody.tables[0])['phone']).toBeNull();
});

test('a quarter hides what would tell the month that has not been released', async () => {
  const log: ReleasedTable[] = [];
  for (const scope of [month(1), month(2)])
    log.push(
      ...asReleased(
        (await protectTables([channels({ desk: 40, phone: 20 })], rule(scope), log)).tables,
        rule(scope),
      ),
    );
  const { tables } = await protectTables([channels({ desk: 120, phone: 43 })], rule(quarter(1)), log);
  // Three calls in March: neither they nor the desk's forty may be left over.
  expect(shownIn(tables[0])['phone']).toBeNull();
});

test('the same month again is the same table', async () => {
  const counts = [channels({ desk: 40, phone: 3, online: 9, outreach: 12 })];
  const first = await protectTables(counts, rule(month(3)), []);
  const again = await protectTables(counts, rule(month(3)), asReleased(first.tables, rule(month(3))));
  expect(again.tables.map(shownIn)).toEqual(first.tables.map(shownIn));
  expect(again.corrected).toEqual([]);
});

test('one record that came late does not leave: nobody may read it off the difference', async () => {
  const first = await protectTables([channels({ desk: 40, phone: 20 })], rule(month(3)), []);
  const again = await protectTables(
    [channels({ desk: 41, phone: 20 })],
    rule(month(3)),
    asReleased(first.tables, rule(month(3))),
  );
  expect(shownIn(again.tables[0])).toEqual({ desk: 40, phone: 20, total: 60 });
  expect(again.tables[0]?.cells.some(({ keptFromEarlier }) => keptFromEarlier)).toBe(true);
});

test('a correction of many is shown as it is, with what came late among few hidden', async () => {
  const first = await protectTables([channels({ desk: 40, phone: 20, online: 30 })], rule(month(3)), []);
  const again = await protectTables(
    [channels({ desk: 70, phone: 21, online: 30 })],
    rule(month(3)),
    asReleased(first.tables, rule(month(3))),
  );
  const shown = shownIn(again.tables[0]);
  expect(shown['total']).toBe(121);
  expect(shown['phone']).toBeNull();
  expect(Object.values(shown).filter((n) => n === null).length).toBeGreaterThan(1);
  expect(again.corrected.some(({ key }) => key[0] === 'total')).toBe(true);
});

describe('the attacker', () => {
  test('solves tables in which only small numbers are hidden', async () => {
    const made = hideSmallNumbers([channels({ desk: 40, phone: 3, online: 9 })], rule(month(3)));
    expect(await tooWellKnown(asReleased(made, rule(month(3))), 'internal')).not.toEqual([]);
  });

  test('solves a year whose releases did not know of each other', async () => {
    const made = randomCentre(seeded(3), { people: 300, visits: 900 });
    const log: ReleasedTable[] = [];
    for (const scope of [month(1), month(2), month(3), quarter(1)])
      log.push(...asReleased((await protectTables(made.count(scope), rule(scope), [])).tables, rule(scope)));
    expect(await tooWellKnown(log, 'internal')).not.toEqual([]);
  });

  const orders: [string, number, [CountScope, Audience][]][] = [
    [
      'months, then their quarter, then the year',
      5,
      [month(1), month(2), month(3), quarter(1), quarter(2), year].map((scope) => [scope, 'internal']),
    ],
    [
      'the year first, then parts of it for different readers',
      8,
      [
        [year, 'public'],
        [quarter(1), 'internal'],
        [month(2), 'internal'],
        [month(1), 'public'],
        [quarter(2), 'internal'],
      ],
    ],
    [
      'months of two calendars',
      13,
      [month(3), hamal, month(4), quarter(1)].map((scope) => [scope, 'internal']),
    ],
    [
      'the centre and its sites',
      21,
      [month(1), month(1, sites[1]), month(1, sites[0]), quarter(1), quarter(1, sites[0])].map((scope) => [
        scope,
        'internal',
      ]),
    ],
  ];
  test.each(orders)(
    'never solves what was protected: %s',
    async (_name, seed, order) => {
      const made = randomCentre(seeded(seed), { people: 400, visits: 1_300 });
      const log: ReleasedTable[] = [];
      let shown = 0;
      for (const [scope, audience] of order) {
        const { tables } = await protectTables(made.count(scope), rule(scope, audience), log);
        log.push(...asReleased(tables, rule(scope, audience)));
        shown += tables.flatMap(({ cells }) => cells).filter(({ n }) => n !== null).length;
      }
      for (const attacker of ['internal', 'public'] as const)
        expect(await tooWellKnown(log, attacker)).toEqual([]);
      // Protection by showing nothing would be no protection.
      expect(shown).toBeGreaterThan(order.length * 15);
    },
    60_000,
  );

  test('does not solve a year in which records kept coming late', async () => {
    const made = randomCentre(seeded(34), { people: 400, visits: 1_300 });
    const log: ReleasedTable[] = [];
    for (const scope of [month(1), month(2), month(3), quarter(1), month(1)]) {
      const { tables } = await protectTables(made.count(scope), rule(scope), log);
      log.push(...asReleased(tables, rule(scope)));
      made.enterLate('2026-01-01', '2026-04-01', 3);
    }
    expect(await tooWellKnown(log, 'internal')).toEqual([]);
  }, 60_000);
});
