import { buildSystem, variableOf } from './build-system.ts';
import { findIntervals, type Interval } from './find-intervals.server.ts';
import type { Fact, LinearSystem } from './linear-system.ts';
import { reconcile } from './reconcile.server.ts';
import type { ReleasedTable } from './released-table.ts';

export interface SolvedCell {
  table: ReleasedTable;
  key: readonly string[];
  /** What the hidden number can be; the number itself where both are equal. */
  low: number;
  high: number;
}

/**
 * The attacker: everything that can be worked out about the hidden cells of these tables, by somebody who knows the rule
 * (a hidden number is at least 1, all numbers are whole) and trusts newer numbers more where some contradict each other.
 */
export async function solveFor(released: readonly ReleasedTable[]): Promise<SolvedCell[]> {
  const { system, bounds } = await reconcile(buildSystem(released), (table) => table + 1);
  const hidden = hiddenIn(system);
  const intervals = await findIntervals(system, bounds, hidden);
  const indexOf = new Map(system.variables.map((name, index) => [name, index]));
  return released.flatMap((table) =>
    table.cells.flatMap(({ key, n }) => {
      const interval = n === null ? intervals.get(indexOf.get(variableOf(table, key)) ?? -1) : undefined;
      return interval ? [{ table, key, low: interval.low, high: interval.high }] : [];
    }),
  );
}

/** Numbers that are hidden wherever they stand. */
export function hiddenIn(system: LinearSystem, facts: readonly Fact[] = system.facts): Set<number> {
  const shown = new Set(facts.filter(({ n }) => n !== null).map(({ variable }) => variable));
  return new Set(
    facts.filter(({ n, variable }) => n === null && !shown.has(variable)).map(({ variable }) => variable),
  );
}

/** A hidden number has to have as many possible values as the threshold. */
export const isTooNarrow = ({ low, high }: Pick<Interval, 'low' | 'high'>, threshold: number): boolean =>
  high - low + 1 < threshold;

/** A number that nobody released may not be known to be of a few people; to know that it is 0, or many, is no harm. */
export const isKnownToBeSmall = ({ low, high }: Pick<Interval, 'low' | 'high'>, threshold: number): boolean =>
  low >= 1 && low < threshold && isTooNarrow({ low, high }, threshold);
