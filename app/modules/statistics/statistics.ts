import { ageBand } from '#platform/code-lists/person-lists.ts';
import { notStated } from '#platform/code-lists/code-list.ts';
import { type Cell, protectNumber, protectTable, shown } from './small-cells.ts';
import type { CountRow, Measure, TodayRow } from './statistics.tables.server.ts';
import { type Dimension, notRecorded } from './tables.ts';

/**
 * The numbers of a period. Contacts, people, heads and visits are different units and never add up: one person may have
 * many contacts, one contact may be with a family, and not everybody who comes to the desk is advised.
 */
export interface Totals {
  /** Conversations with named and unnamed people, one each whatever the number of topics (I-02). */
  contacts: Cell;
  /** Of the contacts: with people who stayed unnamed; shown apart from people (I-01). */
  anonymous: Cell;
  /** Different named people with at least one contact (I-01). */
  people: Cell;
  /** Of the people: whose first contact with the centre it was. */
  firstTime: Cell;
  /** People in groups that were counted by heads (I-06). */
  heads: Cell;
  groups: Cell;
  /** People who came to the desk (I-05), and the tickets they were given. */
  visits: Cell;
  tickets: Cell;
}

/** @param threshold below which numbers are not shown to this reader; undefined for those who may see all */
export function totalsOf(rows: readonly CountRow[], threshold?: number): Totals {
  const show = (measure: Measure, value: 'n' | 'part') =>
    protectNumber(
      rows.find((row) => row.measure === measure && row.dimension === '')?.[value] ?? 0,
      threshold,
    );
  return {
    contacts: show('contacts', 'n'),
    anonymous: show('contacts', 'part'),
    people: show('people', 'n'),
    firstTime: show('people', 'part'),
    heads: show('heads', 'n'),
    groups: show('heads', 'part'),
    visits: show('visits', 'n'),
    tickets: show('visits', 'part'),
  };
}

/** One category; a number is undefined where the table does not have it. */
export interface CategoryRow {
  code: string;
  contacts?: Cell;
  anonymous?: Cell;
  people?: Cell;
  firstTime?: Cell;
}

export interface DimensionTable {
  dimension: Dimension;
  rows: CategoryRow[];
  /** Of which unit nothing can be shown beside the total. */
  withheld: ('contacts' | 'people')[];
}

/** By what the page divides contacts and people, in its order. */
export const shownDimensions = [
  'channelGroup',
  'topic',
  'sex',
  'ageBand',
  'stage',
  'nationality',
  'district',
  'corridor',
  'language',
  'site',
] as const satisfies readonly Dimension[];

/**
 * Contacts and people by one dimension. Under a threshold each unit is protected as a table of its own, and the parts
 * (unnamed contacts, first-time people) are left out: they would bound what is hidden.
 */
export function dimensionTable(
  rows: readonly CountRow[],
  dimension: Dimension,
  threshold?: number,
): DimensionTable {
  const of = (measure: Measure) =>
    rows.filter((row) => row.measure === measure && row.dimension === dimension && row.n > 0);
  const categories = new Map<string, CategoryRow>();
  const withheld: DimensionTable['withheld'] = [];
  for (const measure of ['contacts', 'people'] as const) {
    const counted = of(measure);
    const table = protectTable(
      counted.map(({ a, n }) => ({ code: a ?? notRecorded, n })),
      threshold,
    );
    if (table.withheld) withheld.push(measure);
    for (const { code, cell } of table.rows) {
      const category = categories.get(code) ?? { code };
      category[measure] = cell;
      const part = counted.find((row) => row.a === code)?.part ?? 0;
      if (threshold === undefined) category[measure === 'contacts' ? 'anonymous' : 'firstTime'] = shown(part);
      categories.set(code, category);
    }
  }
  return { dimension, rows: [...categories.values()].sort(orderOf(dimension)), withheld };
}

/** Codes that say that something is not known come last, whatever their number. */
const unsaid: readonly string[] = ['other', ...notStated, notRecorded];
/** Does the code say that something is not known? */
export const isUnsaid = (code: string): boolean => unsaid.includes(code);
const bands: readonly string[] = ageBand.codes;

function orderOf(dimension: Dimension): (a: CategoryRow, b: CategoryRow) => number {
  const shownOf = (cell: Cell | undefined) => (cell?.kind === 'count' ? cell.n : -1);
  return (a, b) => {
    const last = unsaid.indexOf(a.code) - unsaid.indexOf(b.code);
    if (last !== 0) return last;
    if (dimension === 'ageBand') return bands.indexOf(a.code) - bands.indexOf(b.code);
    // By what is shown only: an order by number would tell which of two unseen counts is larger.
    return (
      shownOf(b.contacts) - shownOf(a.contacts) ||
      shownOf(b.people) - shownOf(a.people) ||
      (a.code < b.code ? -1 : 1)
    );
  };
}

/** People by sex and age together: one row for each band. */
export interface SexAgeTable {
  sexes: string[];
  rows: { band: string; counts: { sex: string; n: number; firstTime: number }[] }[];
}

export function sexAgeTable(rows: readonly CountRow[]): SexAgeTable {
  const counted = rows.filter((row) => row.dimension === 'sexAge');
  const order = (list: readonly string[]) => (a: string, b: string) =>
    unsaid.indexOf(a) - unsaid.indexOf(b) || list.indexOf(a) - list.indexOf(b);
  const sexes = [...new Set(counted.map(({ a }) => a ?? notRecorded))].sort(order(['female', 'male']));
  const found = [...new Set(counted.map(({ b }) => b ?? notRecorded))].sort(order(bands));
  return {
    sexes,
    rows: found.map((band) => ({
      band,
      counts: sexes.map((sex) => {
        const row = counted.find((each) => each.a === sex && each.b === band);
        return { sex, n: row?.n ?? 0, firstTime: row?.part ?? 0 };
      }),
    })),
  };
}

/** What one member of staff did. People served by two colleagues count with both. */
export interface LoadRow {
  staffId: string;
  contacts: number;
  minutes: number;
  people: number;
}

export function loadOf(rows: readonly CountRow[]): LoadRow[] {
  const people = new Map(
    rows.filter(({ measure }) => measure === 'load_people').map(({ a, n }) => [a, n] as const),
  );
  return rows
    .filter(({ measure }) => measure === 'load')
    .map(({ a, n, part }) => ({
      staffId: a ?? '',
      contacts: n,
      minutes: part ?? 0,
      people: people.get(a) ?? 0,
    }))
    .sort((a, b) => b.contacts - a.contacts || (a.staffId < b.staffId ? -1 : 1));
}

export interface Today {
  followUpsOverdue: Cell;
  followUpsDue: Cell;
  waiting: Cell;
  left: Cell;
}

export function todayOf(rows: readonly TodayRow[], threshold?: number): Today {
  const show = (measure: TodayRow['measure'], code: string) =>
    protectNumber(rows.find((row) => row.measure === measure && row.code === code)?.n ?? 0, threshold);
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

/** How a number moved against the other period; nothing is said where one of the two is not shown. */
export function changeOf(now: Cell, before: Cell | undefined): Change {
  if (now.kind !== 'count' || before?.kind !== 'count') return { kind: 'none' };
  const by = now.n - before.n;
  if (by === 0) return { kind: 'same' };
  // A share of a handful says nothing.
  const percent = before.n >= 10 ? Math.round((Math.abs(by) / before.n) * 100) : undefined;
  return { kind: by > 0 ? 'more' : 'fewer', by: Math.abs(by), percent };
}
