import { variableOf } from './build-system.ts';
import type { CountScope, CountTable, CountUnit } from './count-table.ts';
import { hideUntilSafe } from './hide-until-safe.server.ts';
import { connectedTo } from './periods.ts';
import {
  type Audience,
  type HiddenReason,
  isSmall,
  type ProtectedCell,
  type ProtectedTable,
  type ReleasedTable,
  type Thresholds,
} from './released-table.ts';
import { type Settled, settleWithEarlier } from './settle-with-earlier.server.ts';

export interface ProtectionRule {
  scope: CountScope;
  audience: Audience;
  thresholds: Thresholds;
}

export interface Protection {
  tables: ProtectedTable[];
  /** `nothing-left`: whatever could be shown would tell something that is hidden. */
  refused?: 'nothing-left';
  /** Numbers that differ much from what earlier releases say: they are shown as they are now. */
  corrected: Settled['corrected'];
}

/** What is hidden and why, by the name of the number; and the tables that are held back whole, by code. */
export interface Hiding {
  hidden: Map<string, HiddenReason>;
  withheld: Set<string>;
}

/** Units whose numbers say something of each other; between these groups nothing can be worked out. */
const groups: readonly (readonly CountUnit[])[] = [
  ['contacts'],
  ['people', 'first_time_people'],
  ['registrations'],
  ['heads'],
];

/**
 * What of these counts can leave the house: small numbers hidden, then others until nothing hidden can be worked out, be
 * it from these tables or together with everything that left before. Hides, tries to solve, hides more, and stops when
 * solving fails; tables for which that is not to be reached are held back.
 *
 * Pure but for the solver: the same counts and the same log give the same answer. The caller holds the centre's lock, or
 * two releases at once would each be blind to the other.
 *
 * @param tables true counts of one scope, margins included
 * @param earlier the release log of the centre, oldest first, withdrawn releases too: what is out is out
 */
export async function protectTables(
  tables: readonly CountTable[],
  rule: ProtectionRule,
  earlier: readonly ReleasedTable[],
): Promise<Protection> {
  const related = connectedTo(
    earlier.map((table) => ({ ...table, first: table.scope.first, next: table.scope.next })),
    rule.scope,
  );
  const protections: Protection[] = [];
  for (const units of groups) {
    const mine = tables.filter(({ unit }) => units.includes(unit));
    if (mine.length === 0) continue;
    const before = related.filter(({ unit }) => units.includes(unit));
    protections.push(await protectGroup(mine, rule, before));
  }
  const made = protections.flatMap((protection) => protection.tables);
  return {
    tables: tables.flatMap(({ code }) => made.filter((table) => table.code === code)),
    corrected: protections.flatMap(({ corrected }) => corrected),
    ...(made.every(({ withheld }) => withheld) && { refused: 'nothing-left' as const }),
  };
}

async function protectGroup(
  counted: readonly CountTable[],
  rule: ProtectionRule,
  earlier: readonly ReleasedTable[],
): Promise<Protection> {
  const tables = counted.map((table) => withEarlierCategories(table, rule.scope, earlier));
  const settled = await settleWithEarlier(tables, rule, earlier);
  const threshold = rule.thresholds[rule.audience];
  const hidden = new Map<string, HiddenReason>();
  for (const table of tables) {
    for (const { key, n } of table.cells) {
      const name = variableOf({ ...table, scope: rule.scope }, key);
      const leaves = settled.numbers.get(name) ?? n;
      if (leaves > 0 && (isSmall(n, threshold) || isSmall(leaves, threshold))) hidden.set(name, 'small');
      if (settled.unsettled.has(name)) hidden.set(name, 'released-differently');
    }
  }
  const show = (hiding: Hiding) => present(tables, counted, rule.scope, settled.numbers, hiding);
  const safe = await hideUntilSafe({ hidden, withheld: new Set() }, show, rule, earlier, settled.unsettled);
  return { tables: show(safe), corrected: settled.corrected };
}

/** A category that earlier releases of the same table show and that has nobody now is a number too: 0. */
function withEarlierCategories(
  table: CountTable,
  { siteId }: CountScope,
  earlier: readonly ReleasedTable[],
): CountTable {
  const known = new Set(table.cells.map(({ key }) => JSON.stringify(key)));
  const cells = [...table.cells];
  for (const before of earlier) {
    if (before.code !== table.code || before.scope.siteId !== siteId) continue;
    for (const { key } of before.cells) {
      if (known.has(JSON.stringify(key))) continue;
      known.add(JSON.stringify(key));
      cells.push({ key, n: 0 });
    }
  }
  return { ...table, cells };
}

/** Only the first step: small numbers hidden, and nothing else. What it lets through is what the rest is for. */
export function hideSmallNumbers(tables: readonly CountTable[], rule: ProtectionRule): ProtectedTable[] {
  const threshold = rule.thresholds[rule.audience];
  return tables.map(({ code, unit, dimensions, cells }) => ({
    code,
    unit,
    dimensions,
    cells: cells.map(({ key, n }) =>
      isSmall(n, threshold) ? { key, n: null, reason: 'small' } : { key, n },
    ),
  }));
}

function present(
  tables: readonly CountTable[],
  counted: readonly CountTable[],
  scope: CountScope,
  numbers: ReadonlyMap<string, number>,
  { hidden, withheld }: Hiding,
): ProtectedTable[] {
  return tables.map(({ code, unit, dimensions, cells }, index) => {
    if (withheld.has(code)) return { code, unit, dimensions, cells: [], withheld: true };
    const own = counted[index]?.cells.length ?? 0;
    return {
      code,
      unit,
      dimensions,
      cells: cells.flatMap(({ key, n }, at): ProtectedCell[] => {
        const name = variableOf({ unit, dimensions, scope }, key);
        const reason = hidden.get(name);
        if (reason) return [{ key, n: null, reason }];
        const leaves = numbers.get(name) ?? n;
        // A category without anybody that was added for comparing alone is not listed: that says 0 as well.
        if (leaves === 0 && at >= own) return [];
        return [{ key, n: leaves, ...(leaves !== n && { keptFromEarlier: true as const }) }];
      }),
    };
  });
}
