import { expect, test } from 'vitest';
import { countTablesOf } from './count-tables.ts';
import { seriesOf } from './series.ts';
import { shown } from './small-cells.ts';
import { changeOf, dimensionTable, loadOf, sexAgeTable, todayOf, totalsOf } from './statistics.ts';
import type { CountRow } from './statistics.tables.server.ts';

const row = (
  measure: CountRow['measure'],
  dimension: CountRow['dimension'],
  a: string | null,
  n: number,
  part: number | null = 0,
  b: string | null = null,
): CountRow => ({ measure, dimension, a, b, n, part });

const rows: CountRow[] = [
  row('contacts', '', null, 33, 3),
  row('contacts', 'topic', 'unpaid_wages', 3, 1),
  row('contacts', 'topic', 'visa_procedure', 20, 2),
  row('contacts', 'topic', 'housing', 10),
  row('contacts', 'sex', 'unknown', 12),
  row('contacts', 'sex', 'male', 8),
  row('contacts', 'sex', 'female', 13),
  row('contacts', 'ageBand', '25_34', 20),
  row('contacts', 'ageBand', '5_11', 3),
  row('contacts', 'ageBand', 'prefer_not_to_say', 10),
  row('contacts', 'day', '2026-03-01', 30),
  row('contacts', 'day', '2026-03-03', 3),
  row('people', '', null, 22, 9),
  row('people', 'topic', 'visa_procedure', 22, 9),
  row('people', 'sexAge', 'female', 12, 5, '25_34'),
  row('people', 'sexAge', 'male', 10, 4, '45_59'),
  row('people', 'sex', 'female', 12, 5),
  row('people', 'sex', 'male', 10, 4),
  row('people', 'ageBand', '25_34', 12, 5),
  row('people', 'ageBand', '45_59', 10, 4),
  row('heads', '', null, 45, 2),
  row('heads', 'topic', 'visa_procedure', 45, 2),
  row('visits', '', null, 18, 15),
  row('load', 'counsellor', 'one', 20, 400),
  row('load', 'counsellor', 'two', 13, 650),
  row('load_people', 'counsellor', 'two', 13, null),
  row('load_people', 'counsellor', 'one', 15, null),
];

test('small numbers are not shown to a reader with a threshold, nor what would give them away', () => {
  expect(totalsOf(rows, 5)).toMatchObject({
    contacts: shown(33),
    anonymous: { kind: 'few' },
    groups: { kind: 'few' },
    people: shown(22),
  });
  const topic = dimensionTable(rows, 'topic', 5);
  expect(topic.rows.map(({ contacts }) => contacts?.kind)).toEqual(['count', 'hidden', 'few']);
});

test('a reader with a threshold gets no parts of a category: they would bound what is hidden', () => {
  for (const each of dimensionTable(rows, 'topic', 5).rows) {
    expect(each.anonymous).toBeUndefined();
    expect(each.firstTime).toBeUndefined();
  }
});

test('contacts, people, heads and visits stay apart', () => {
  expect(totalsOf(rows)).toEqual({
    contacts: shown(33),
    anonymous: shown(3),
    people: shown(22),
    firstTime: shown(9),
    heads: shown(45),
    groups: shown(2),
    visits: shown(18),
    tickets: shown(15),
  });
});

test('categories come largest first, bands of age in their order, and what is not known last', () => {
  const codes = (dimension: 'topic' | 'sex' | 'ageBand') =>
    dimensionTable(rows, dimension).rows.map(({ code }) => code);
  expect(codes('topic')).toEqual(['visa_procedure', 'housing', 'unpaid_wages']);
  expect(codes('sex')).toEqual(['female', 'male', 'unknown']);
  expect(codes('ageBand')).toEqual(['5_11', '25_34', '45_59', 'prefer_not_to_say']);
});

test('people by sex and age have a row for each band that was met', () => {
  const table = sexAgeTable(rows);
  expect(table.sexes).toEqual(['female', 'male']);
  expect(table.rows).toEqual([
    {
      band: '25_34',
      counts: [
        { sex: 'female', n: 12, firstTime: 5 },
        { sex: 'male', n: 0, firstTime: 0 },
      ],
    },
    {
      band: '45_59',
      counts: [
        { sex: 'female', n: 0, firstTime: 0 },
        { sex: 'male', n: 10, firstTime: 4 },
      ],
    },
  ]);
});

test('the load tells contacts, minutes and people of each colleague', () => {
  expect(loadOf(rows)).toEqual([
    { staffId: 'one', contacts: 20, minutes: 400, people: 15 },
    { staffId: 'two', contacts: 13, minutes: 650, people: 13 },
  ]);
});

test('days without contacts are zero, and days to come are not there', () => {
  const march = { firstDay: '2026-03-01', nextDay: '2026-04-01', calendar: 'gregory' as const };
  const series = seriesOf(rows, march, '2026-03-04', { weekStart: 1 });
  expect(series?.by).toBe('day');
  expect(series?.points.map(({ n }) => n)).toEqual([30, 0, 3, 0]);
});

test('a quarter goes by weeks, a year by months of its calendar, and no contact is lost at the edges', () => {
  const week = { weekStart: 6 };
  const quarter = { firstDay: '2026-01-01', nextDay: '2026-04-01', calendar: 'gregory' as const };
  const year = { firstDay: '2025-03-21', nextDay: '2026-03-21', calendar: 'persian' as const };
  const sum = (series: ReturnType<typeof seriesOf>) => series?.points.reduce((all, { n }) => all + n, 0);
  const byWeek = seriesOf(rows, quarter, '2026-06-01', week);
  expect(byWeek?.by).toBe('week');
  expect(byWeek?.points[0]).toEqual({ firstDay: '2026-01-01', nextDay: '2026-01-03', n: 0 });
  expect(sum(byWeek)).toBe(33);
  const byMonth = seriesOf(rows, year, '2026-06-01', week);
  expect(byMonth?.points).toHaveLength(12);
  expect(byMonth?.points.at(-1)).toEqual({ firstDay: '2026-02-20', nextDay: '2026-03-21', n: 33 });
});

test('the fixed tables hold true counts with their margins, and the cells add up to them', () => {
  const tables = new Map(countTablesOf(rows).map((table) => [table.code, table]));
  expect(tables.get('contacts-by-topic')?.cells).toEqual([
    { key: ['housing'], n: 10 },
    { key: ['unpaid_wages'], n: 3 },
    { key: ['visa_procedure'], n: 20 },
    { key: ['total'], n: 33 },
  ]);
  expect(tables.get('people-by-sex-and-age')?.cells).toContainEqual({ key: ['female', 'total'], n: 12 });
  expect(tables.get('first-time-people-by-sex-and-age')?.cells).toContainEqual({
    key: ['male', '45_59'],
    n: 4,
  });
  expect(tables.get('first-time-people-by-sex-and-age')?.cells).toContainEqual({
    key: ['total', 'total'],
    n: 9,
  });
  expect(tables.get('heads-by-topic')?.cells).toEqual([
    { key: ['visa_procedure'], n: 45 },
    { key: ['total'], n: 45 },
  ]);
  expect([...tables.keys()].some((code) => code.includes('counsellor'))).toBe(false);
});

test('what is not counted is none', () => {
  expect(totalsOf([]).contacts).toEqual(shown(0));
  expect(todayOf([])).toEqual({
    followUpsOverdue: shown(0),
    followUpsDue: shown(0),
    waiting: shown(0),
    left: shown(0),
  });
});

test('a change is told in numbers, and in percent only of ten or more', () => {
  expect(changeOf(shown(15), shown(10))).toEqual({ kind: 'more', by: 5, percent: 50 });
  expect(changeOf(shown(2), shown(4))).toEqual({ kind: 'fewer', by: 2, percent: undefined });
  expect(changeOf(shown(4), shown(4))).toEqual({ kind: 'same' });
  expect(changeOf(shown(4), { kind: 'few' })).toEqual({ kind: 'none' });
});
