import { buildSystem, variableOf } from './build-system.ts';
import type { CountTable } from './count-table.ts';
import type { ProtectionRule } from './protect-tables.server.ts';
import { reconcile } from './reconcile.server.ts';
import type { ReleasedTable } from './released-table.ts';

export interface Settled {
  /** What leaves where that is not the present count, by the name of the number. */
  numbers: Map<string, number>;
  /** Differs by few from what earlier releases say, beside others that differ by many: it has to be hidden. */
  unsettled: Set<string>;
  corrected: { code: string; key: readonly string[]; before: number; now: number }[];
}

/** Up to this share of the numbers of a unit, what came late or was corrected does not leave. */
const keptShare = 0.1;

/**
 * Between two releases some records are entered late or corrected. Subtracted, the numbers would then count the few people
 * behind that. So the numbers of a unit leave as the earlier releases have them, as long as the difference is small beside
 * them. Where much has changed the present counts leave, and those that differ by fewer than the threshold are hidden.
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
    const differs = mine.reduce((sum, { by }) => sum + Math.abs(by), 0);
    const all = tables.filter((table) => table.unit === unit).flatMap(({ cells }) => cells);
    const keeps =
      differs < keptShare * all.reduce((sum, { n }) => sum + n, 0) ||
      mine.every(({ by }) => Math.abs(by) < threshold);
    for (const { fact, by } of mine) {
      const name = system.variables[fact.variable] ?? '';
      if (keeps) settled.numbers.set(name, (fact.n ?? 0) + by);
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
