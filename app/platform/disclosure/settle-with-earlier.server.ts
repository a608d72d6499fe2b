import { buildSystem, variableOf } from './build-system.ts';
import type { CountTable } from './count-table.ts';
import type { ProtectionRule } from './protect-tables.server.ts';
import { reconcile } from './reconcile.server.ts';
import type { ReleasedTable } from './released-table.ts';

export interface Settled {
  /** What leaves where that is not the present count, by the name of the number. */
  numbers: Map<string, number>;
  /** Differs a little from what earlier releases say, and cannot be left as it was: it has to be hidden. */
  unsettled: Set<string>;
  corrected: { code: string; key: readonly string[]; before: number; now: number }[];
}

/**
 * Between two releases some records are entered late or corrected. A number that then differs by fewer than the threshold
 * from what earlier releases say would, by subtraction, count those few people; so it leaves as the earlier releases have
 * it. Where other numbers of the unit differ by more, the old number would not fit the new ones: it is hidden instead.
 */
export async function settleWithEarlier(
  tables: readonly CountTable[],
  { scope, audience, thresholds }: ProtectionRule,
  earlier: readonly ReleasedTable[],
): Promise<Settled> {
  const settled: Settled = { numbers: new Map(), unsettled: new Set(), corrected: [] };
  if (earlier.length === 0) return settled;
  const now: ReleasedTable[] = tables.map((table) => ({ ...table, scope, audience }));
  const { system, shifts } = await reconcile(buildSystem([...now, ...earlier]), (table) =>
    table < now.length ? 1 : 1_000 + table,
  );
  const threshold = thresholds[audience];
  for (const unit of new Set(tables.map((table) => table.unit))) {
    const mine = shifts.filter(({ fact }) => now[fact.table]?.unit === unit);
    const fits = mine.every(({ by }) => Math.abs(by) < threshold);
    for (const { fact, by } of mine) {
      const name = system.variables[fact.variable] ?? '';
      if (fits) settled.numbers.set(name, (fact.n ?? 0) + by);
      else if (Math.abs(by) < threshold) settled.unsettled.add(name);
      else noteCorrection(settled, tables, scope, name, (fact.n ?? 0) + by);
    }
  }
  return settled;
}

function noteCorrection(
  settled: Settled,
  tables: readonly CountTable[],
  scope: ReleasedTable['scope'],
  name: string,
  before: number,
): void {
  for (const { code, unit, dimensions, cells } of tables) {
    for (const { key, n } of cells) {
      if (variableOf({ unit, dimensions, scope }, key) !== name) continue;
      if (!settled.corrected.some((one) => one.code === code && one.key.join() === key.join()))
        settled.corrected.push({ code, key, before, now: n });
    }
  }
}
