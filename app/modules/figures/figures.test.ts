import { expect, test } from 'vitest';
import { breakdownOf, changeOf, todayOf, totalsOf } from './figures.ts';
import type { MeasureRow } from './figures.tables.server.ts';
import { shown } from './small-cells.ts';

const rows: MeasureRow[] = [
  { measure: 'contacts', code: 'client', n: 30, heads: 34 },
  { measure: 'contacts', code: 'anonymous', n: 3, heads: 3 },
  { measure: 'contacts', code: 'head_count', n: 2, heads: 45 },
  { measure: 'people', code: '', n: 22, heads: null },
  { measure: 'topic', code: 'unpaid_wages', n: 3, heads: null },
  { measure: 'topic', code: 'visa_procedure', n: 20, heads: null },
  { measure: 'topic', code: 'housing', n: 10, heads: null },
];

test('small numbers are not shown to a reader with a threshold, nor what would give them away', () => {
  expect(totalsOf(rows, 5)).toMatchObject({
    contacts: shown(33),
    anonymous: { kind: 'few' },
    headCounts: { kind: 'few' },
    people: shown(22),
  });
  expect(breakdownOf(rows, 5).topic.rows.map((row) => row.cell.kind)).toEqual(['count', 'hidden', 'few']);
});

test('people, contacts and heads stay apart', () => {
  expect(totalsOf(rows)).toEqual({
    arrivals: shown(0),
    contacts: shown(33),
    anonymous: shown(3),
    people: shown(22),
    firstTime: shown(0),
    headCounts: shown(2),
    heads: shown(45),
  });
});

test('groups come largest first', () => {
  expect(breakdownOf(rows).topic.rows.map((row) => row.code)).toEqual([
    'visa_procedure',
    'housing',
    'unpaid_wages',
  ]);
});

test('what is not counted is none', () => {
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
