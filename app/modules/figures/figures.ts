import type { MeasureRow, TodayRow } from './figures.tables.server.ts';
import { type Cell, protectNumber, type ProtectedTable, protectTable } from './small-cells.ts';

/**
 * The numbers of a period. Contacts and people are different units and never add up: one person may have many contacts,
 * one contact may be with a family.
 */
export interface Totals {
  /** Tickets given at the desk. */
  arrivals: Cell;
  /** Conversations with named and with anonymous people, one each whatever the number of topics (I-02). */
  contacts: Cell;
  /** Of the contacts: with people who stayed unnamed. */
  anonymous: Cell;
  /** Different named people with at least one contact (I-01). */
  people: Cell;
  /** Of the people: whose first contact with the centre it was. */
  firstTime: Cell;
  /** Groups that were counted by heads: outside contacts and people. */
  headCounts: Cell;
  heads: Cell;
}

export interface Breakdown {
  channel: ProtectedTable;
  topic: ProtectedTable;
  language: ProtectedTable;
}

export interface Today {
  followUpsOverdue: Cell;
  followUpsDue: Cell;
  waiting: Cell;
  left: Cell;
}

/** @param threshold below which numbers are not shown to this reader; undefined for those who may see all */
export function totalsOf(rows: readonly MeasureRow[], threshold?: number): Totals {
  const n = (measure: MeasureRow['measure'], code = '') => find(rows, measure, code)?.n ?? 0;
  const show = (value: number) => protectNumber(value, threshold);
  return {
    arrivals: show(n('arrivals')),
    contacts: show(n('contacts', 'client') + n('contacts', 'anonymous')),
    anonymous: show(n('contacts', 'anonymous')),
    people: show(n('people')),
    firstTime: show(n('first_time')),
    headCounts: show(n('contacts', 'head_count')),
    heads: show(find(rows, 'contacts', 'head_count')?.heads ?? 0),
  };
}

export function breakdownOf(rows: readonly MeasureRow[], threshold?: number): Breakdown {
  const table = (measure: MeasureRow['measure']) => {
    const counts = rows
      .filter((row) => row.measure === measure)
      .sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1));
    return protectTable(counts, threshold);
  };
  return { channel: table('channel'), topic: table('topic'), language: table('language') };
}

export function todayOf(rows: readonly TodayRow[], threshold?: number): Today {
  const show = (measure: TodayRow['measure'], code: string) =>
    protectNumber(find(rows, measure, code)?.n ?? 0, threshold);
  return {
    followUpsOverdue: show('follow_up', 'overdue'),
    followUpsDue: show('follow_up', 'due_today'),
    waiting: show('desk', 'waiting'),
    left: show('desk', 'left'),
  };
}

export type Change =
  | { kind: 'none' }
  | { kind: 'same' }
  | { kind: 'more' | 'fewer'; by: number; percent: number | undefined };

/** How a number moved against the month before; nothing is said where one of the two is not shown. */
export function changeOf(now: Cell, before: Cell | undefined): Change {
  if (now.kind !== 'count' || before?.kind !== 'count') return { kind: 'none' };
  const by = now.n - before.n;
  if (by === 0) return { kind: 'same' };
  // A share of a handful says nothing.
  const percent = before.n >= 10 ? Math.round((Math.abs(by) / before.n) * 100) : undefined;
  return { kind: by > 0 ? 'more' : 'fewer', by: Math.abs(by), percent };
}

function find<Row extends { measure: string; code: string }>(
  rows: readonly Row[],
  measure: Row['measure'],
  code: string,
): Row | undefined {
  return rows.find((row) => row.measure === measure && row.code === code);
}
