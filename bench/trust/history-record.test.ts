import { describe, expect, test } from 'vitest';
import { findAnomalies, type HistoryEvent } from './history-record.ts';

const first = new Map([['a', { version: 1, value: 'start', given: true }]]);
const edit = (seen: number, began: number, ended: number, made = seen + 1): HistoryEvent => ({
  kind: 'edit',
  file: 'a',
  seen,
  made,
  value: `text ${made}`,
  began,
  ended,
});
const look = (
  version: number,
  began: number,
  ended: number,
  value = version === 1 ? 'start' : `text ${version}`,
): HistoryEvent => ({
  kind: 'look',
  file: 'a',
  version,
  value,
  began,
  ended,
});
const decide = (given: boolean, began: number, ended: number): HistoryEvent => ({
  kind: 'decision',
  file: 'a',
  given,
  began,
  ended,
});
const ask = (given: boolean, began: number, ended: number): HistoryEvent => ({
  kind: 'asked',
  file: 'a',
  given,
  began,
  ended,
});

describe('what cannot have happened', () => {
  test.each<[string, HistoryEvent[]]>([
    ['two edits of one version', [edit(1, 0, 5), { ...edit(1, 1, 6), value: 'other' } as HistoryEvent]],
    ['an edit that made another version than the next', [edit(1, 0, 5, 3)]],
    ['an edit that was forgotten by the next look', [edit(1, 0, 5), look(1, 6, 7)]],
    ['a version that goes back between two looks', [edit(1, 0, 20), look(2, 5, 6), look(1, 7, 8)]],
    ['a text that nobody wrote', [edit(1, 0, 5), look(2, 6, 7, 'something else')]],
    ['a text that was shown before it was written', [look(2, 0, 1), edit(1, 5, 6)]],
    [
      'a later version that was answered before the earlier one was asked for',
      [edit(2, 0, 1), edit(1, 5, 6)],
    ],
    ['a consent that came back by itself', [decide(false, 0, 5), ask(true, 6, 7)]],
    ['a consent that was taken back by nobody', [ask(false, 6, 7)]],
    [
      'an edit of a file on whose earlier version a merge was decided',
      [edit(1, 0, 9), { kind: 'merge', file: 'b', away: 'a', awaySeen: 1, began: 1, ended: 8 }],
    ],
  ])('%s is found', (_, events) => {
    expect(findAnomalies(events, first)).not.toEqual([]);
  });
});

test('edits, looks, decisions and a merge that fit one order are let be, also where they overlap', () => {
  const events: HistoryEvent[] = [
    edit(1, 0, 10),
    look(1, 2, 4),
    look(2, 5, 6),
    look(2, 11, 12),
    decide(false, 0, 10),
    ask(true, 3, 5),
    ask(false, 4, 6),
    decide(true, 20, 30),
    ask(false, 21, 22),
    ask(true, 31, 32),
    edit(2, 20, 25),
    { kind: 'merge', file: 'b', away: 'a', awaySeen: 3, began: 40, ended: 50 },
  ];
  expect(findAnomalies(events, first)).toEqual([]);
});
