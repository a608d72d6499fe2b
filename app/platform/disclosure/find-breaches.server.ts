import { buildSystem, variableOf } from './build-system.ts';
import { findIntervals, type Interval } from './find-intervals.server.ts';
import { componentsOf, type LinearSystem } from './linear-system.ts';
import { reconcile, type Reconciled } from './reconcile.server.ts';
import type { ReleasedTable } from './released-table.ts';
import { hiddenIn, isKnownToBeSmall, isTooNarrow } from './solve-for.server.ts';

/** Something hidden that can be worked out, and what would help. */
export interface Breach {
  /** The number of the new tables to hide next, by name; undefined where hiding a single one does not help. */
  hide: string | undefined;
  /** Codes of the new tables that have a part in it. */
  touching: string[];
}

/**
 * What somebody could work out from new tables together with those that are out already. Numbers that contradict each
 * other are read in both ways a person might: trusting the new ones, and trusting the old ones.
 */
export async function findBreaches(
  fresh: readonly ReleasedTable[],
  earlier: readonly ReleasedTable[],
  threshold: number,
  unsettled: ReadonlySet<string>,
): Promise<Breach[]> {
  const whole = buildSystem([...fresh, ...earlier]);
  const isFresh = (table: number) => table < fresh.length;
  const trustingNew = await reconcile(whole, (table) => (isFresh(table) ? 1_000_000 : 1 + table));
  const readings: Reconciled[] = [trustingNew];
  if (trustingNew.shifts.length > 0)
    readings.push(
      await reconcile(whole, (table) => (isFresh(table) ? 1 : 1_000 + earlier.length - table)),
      await reconcile(buildSystem(fresh), () => 1),
    );
  for (const [place, reading] of readings.entries()) {
    // By themselves the new tables have to hold as if nothing had been known before.
    const alone = place === 2;
    const breaches = await breachesOf(
      reading,
      fresh,
      alone ? [] : earlier,
      threshold,
      alone ? new Set() : unsettled,
    );
    if (breaches.length > 0) return breaches;
  }
  return [];
}

async function breachesOf(
  { system, bounds }: Reconciled,
  fresh: readonly ReleasedTable[],
  earlier: readonly ReleasedTable[],
  threshold: number,
  unsettled: ReadonlySet<string>,
): Promise<Breach[]> {
  const hidden = hiddenIn(system);
  const implied = new Set(system.implied);
  const targets = new Set([...hidden, ...implied]);
  for (const target of targets) if (unsettled.has(system.variables[target] ?? '')) targets.delete(target);
  const intervals = await findIntervals(system, bounds, targets, threshold);
  const breached = [...intervals].filter(([variable, interval]) =>
    implied.has(variable) ? isKnownToBeSmall(interval, threshold) : isTooNarrow(interval, threshold),
  );
  if (breached.length === 0) return [];
  const before = await knownBefore(earlier, threshold);
  const open = breached.filter(([variable]) => !before.isNarrow(system.variables[variable] ?? ''));
  if (open.length === 0) return [];
  return chooseHiding(system, open, fresh, before.isExact);
}

/** What was known already, without the new tables: that cannot be taken back, and hiding it anew hides nothing. */
async function knownBefore(earlier: readonly ReleasedTable[], threshold: number) {
  const { system, bounds } = await reconcile(buildSystem(earlier), (table) => 1 + table);
  const all = new Set(system.variables.keys());
  const intervals = await findIntervals(system, bounds, all, threshold);
  const indexOf = new Map(system.variables.map((name, index) => [name, index]));
  const of = (name: string) => intervals.get(indexOf.get(name) ?? -1);
  return {
    isNarrow(name: string): boolean {
      const interval = of(name);
      return interval !== undefined && isTooNarrow(interval, threshold);
    },
    isExact(name: string): boolean {
      const interval = of(name);
      return interval !== undefined && interval.low === interval.high;
    },
  };
}

/**
 * For each part of the numbers that hangs together: of those that narrow the hidden one, the one that costs the reader
 * least. Detail goes before sums, small before large; numbers that are 0 stay, because a hidden one is known not to be 0.
 */
function chooseHiding(
  system: LinearSystem,
  breached: readonly (readonly [number, Interval])[],
  fresh: readonly ReleasedTable[],
  isExactAlready: (name: string) => boolean,
): Breach[] {
  const candidates = candidatesOf(fresh);
  const chosen = new Map<string, Breach>();
  const spent = new Set<string>();
  for (const [target, { narrowedBy }] of breached) {
    const near = narrowedBy.length > 0 ? narrowedBy : besides(system, target);
    const best = near
      .map((variable) => ({
        name: system.variables[variable] ?? '',
        ...candidates.get(system.variables[variable] ?? ''),
      }))
      .filter(({ name, cost }) => cost !== undefined && !isExactAlready(name))
      .sort((a, b) => (a.cost ?? 0) - (b.cost ?? 0) || (a.name < b.name ? -1 : 1))[0];
    if (!best) {
      const touching = codesTouching(system, target, fresh);
      chosen.set(`held back ${touching.join()}`, { hide: undefined, touching });
      continue;
    }
    // One at a time of what lies near together: the next look may find the others safe already.
    const place = best.codes?.join() ?? '';
    if (spent.has(place)) continue;
    spent.add(place);
    chosen.set(best.name, { hide: best.name, touching: best.codes ?? [] });
  }
  const helpful = [...chosen.values()].filter(({ hide }) => hide !== undefined);
  return helpful.length > 0 ? helpful : [...chosen.values()];
}

interface Candidate {
  cost: number;
  codes: string[];
}

function candidatesOf(fresh: readonly ReleasedTable[]): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const table of fresh) {
    for (const { key, n } of table.cells) {
      if (n === null || n === 0) continue;
      const name = variableOf(table, key);
      const summed = key.filter((code) => code === 'total').length;
      const isGrandTotal = summed === key.length;
      const found = candidates.get(name) ?? {
        cost: n * (isGrandTotal ? 10_000 : 1 + summed * 20),
        codes: [],
      };
      found.codes.push(table.code);
      candidates.set(name, found);
    }
  }
  return candidates;
}

/** Known numbers in the same relations, for a target that is known by itself. */
function besides(system: LinearSystem, target: number): number[] {
  return system.relations
    .filter(({ terms }) => terms.some(([variable]) => variable === target))
    .flatMap(({ terms }) => terms.map(([variable]) => variable))
    .filter((variable) => variable !== target);
}

function codesTouching(system: LinearSystem, target: number, fresh: readonly ReleasedTable[]): string[] {
  const own = fresh.filter((table) =>
    table.cells.some(({ key }) => variableOf(table, key) === system.variables[target]),
  );
  if (own.length > 0) return own.map(({ code }) => code);
  const free = {
    low: new Float64Array(system.variables.length),
    high: new Float64Array(system.variables.length).fill(1),
  };
  const around = componentsOf(system, free).find(({ unknown }) => unknown.includes(target));
  const names = new Set(around?.unknown.map((variable) => system.variables[variable]));
  const units = fresh.filter((table) => table.cells.some(({ key }) => names.has(variableOf(table, key))));
  return units.map(({ code }) => code);
}
