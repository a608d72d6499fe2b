import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadSolver, type OpenComponent, openComponent, type Point } from './linear-solver.server.ts';
import { type Bounds, type Component, componentsOf, type LinearSystem } from './linear-system.ts';

/** Least and most that a number can be, for somebody who knows everything the system knows. */
export interface Interval {
  low: number;
  high: number;
  /** Known numbers that narrow it: showing one fewer of them widens it. Empty when nobody looked for the last value. */
  narrowedBy: readonly number[];
}

/** Raised where no counts at all could be behind the numbers: they contradict each other. */
export class Contradiction extends Error {
  override name = 'Contradiction';
}

/**
 * The interval of each target. With `enough`, the search for one ends as soon as that many values are seen to be possible;
 * what is then given is a part of its interval. Between solves other work of the process gets its turn.
 * @throws Contradiction
 */
export async function findIntervals(
  system: LinearSystem,
  bounds: Bounds,
  targets: ReadonlySet<number>,
  enough = Number.POSITIVE_INFINITY,
): Promise<Map<number, Interval>> {
  const highs = await loadSolver();
  const found = new Map<number, Interval>();
  for (const target of targets) {
    const low = bounds.low[target] ?? 0;
    if (low === bounds.high[target]) found.set(target, { low, high: low, narrowedBy: [] });
  }
  for (const component of componentsOf(system, bounds)) {
    const asked = component.unknown.flatMap((variable, column) => (targets.has(variable) ? [column] : []));
    if (asked.length === 0) continue;
    const open = openComponent(highs, component, bounds);
    try {
      await searchComponent(open, component, asked, enough, found);
    } finally {
      open.close();
    }
  }
  return found;
}

async function searchComponent(
  open: OpenComponent,
  component: Component,
  asked: readonly number[],
  enough: number,
  found: Map<number, Interval>,
): Promise<void> {
  const least = new Map(asked.map((column) => [column, Number.POSITIVE_INFINITY]));
  const most = new Map(asked.map((column) => [column, Number.NEGATIVE_INFINITY]));
  // Every point is a set of counts that could be: it says something of all numbers, not only of the one asked for.
  const learn = (point: Point) => {
    for (const column of asked) {
      const value = point.values[column] ?? 0;
      least.set(column, Math.min(least.get(column) ?? value, value));
      most.set(column, Math.max(most.get(column) ?? value, value));
    }
  };
  const isWide = (column: number) => (most.get(column) ?? 0) - (least.get(column) ?? 0) + 1 >= enough;
  for (const column of asked) {
    const narrowedBy = new Set<number>();
    for (const direction of ['most', 'least'] as const) {
      if (isWide(column)) break;
      const point = open.extreme(column, direction);
      if (!point) throw new Contradiction('no counts fit these numbers');
      learn(point);
      for (let at = component.unknown.length; at < component.variables.length; at += 1)
        if (Math.abs(point.pull[at] ?? 0) > 1e-7) narrowedBy.add(component.variables[at] ?? 0);
    }
    found.set(component.variables[column] ?? 0, {
      low: Math.round(least.get(column) ?? 0),
      high: Math.round(most.get(column) ?? 0),
      narrowedBy: [...narrowedBy],
    });
    await nextTurn();
  }
}
