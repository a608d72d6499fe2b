import { variableOf } from './build-system.ts';
import type { CountScope, CountTable } from './count-table.ts';
import { findBreaches } from './find-breaches.server.ts';
import { settleWithEarlier } from './settle-with-earlier.server.ts';
import { connectedTo } from './periods.ts';
import {
  type Audience,
  type HiddenReason,
  isSeenBy,
  type ProtectedTable,
  type ReleasedTable,
  type Thresholds,
} from './released-table.ts';

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
  corrected: { code: string; key: readonly string[]; before: number; now: number }[];
}

/** Why a number is hidden, by the name of the number. */
export type Hidden = ReadonlyMap<string, HiddenReason>;

/** Rounds of hiding and looking again before the tables that still tell too much are held back whole. */
const mostRounds = 60;

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
  const threshold = rule.thresholds[rule.audience];
  const settled = await settleWithEarlier(tables, rule, related);
  const hidden = new Map<string, HiddenReason>();
  for (const table of tables) {
    for (const { key, n } of table.cells) {
      const name = variableOf({ ...table, scope: rule.scope }, key);
      const leaves = settled.numbers.get(name) ?? n;
      if (isSmall(n, threshold) || isSmall(leaves, threshold)) {
        if (leaves > 0) hidden.set(name, 'small');
      }
      if (settled.unsettled.has(name)) hidden.set(name, 'released-differently');
    }
  }
  const withheld = new Set<string>();
  for (let round = 0; ; round += 1) {
    const shown = present(tables, rule.scope, settled.numbers, hidden, withheld);
    const attackers: Audience[] = rule.audience === 'public' ? ['internal', 'public'] : ['internal'];
    let clean = true;
    for (const attacker of attackers) {
      const seen = related.filter((table) => isSeenBy(attacker, table));
      const breaches = await findBreaches(
        asReleased(shown, rule),
        seen,
        rule.thresholds[attacker],
        settled.unsettled,
      );
      if (breaches.length === 0) continue;
      clean = false;
      const before = hidden.size + withheld.size;
      for (const { hide, touching } of breaches) {
        if (hide !== undefined && round < mostRounds) hidden.set(hide, 'complementary');
        else for (const code of touching) withheld.add(code);
      }
      // Nothing helped: what stays in the house tells nothing.
      if (hidden.size + withheld.size === before) for (const { code } of tables) withheld.add(code);
      break;
    }
    if (clean) {
      const all = tables.length > 0 && withheld.size === tables.length;
      return {
        tables: shown,
        corrected: settled.corrected,
        ...(all && { refused: 'nothing-left' as const }),
      };
    }
  }
}

const isSmall = (n: number, threshold: number) => n > 0 && n < threshold;

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
  scope: CountScope,
  numbers: ReadonlyMap<string, number>,
  hidden: Hidden,
  withheld: ReadonlySet<string>,
): ProtectedTable[] {
  return tables.map(({ code, unit, dimensions, cells }) => {
    if (withheld.has(code)) return { code, unit, dimensions, cells: [], withheld: true };
    return {
      code,
      unit,
      dimensions,
      cells: cells.map(({ key, n }) => {
        const name = variableOf({ unit, dimensions, scope }, key);
        const reason = hidden.get(name);
        if (reason) return { key, n: null, reason };
        const leaves = numbers.get(name) ?? n;
        return { key, n: leaves, ...(leaves !== n && { keptFromEarlier: true as const }) };
      }),
    };
  });
}

/** What others get to see of protected tables: no reasons. Tables that are held back do not exist for them. */
export function asReleased(
  tables: readonly ProtectedTable[],
  { scope, audience }: Pick<ProtectionRule, 'scope' | 'audience'>,
): ReleasedTable[] {
  return tables
    .filter(({ withheld }) => !withheld)
    .map(({ code, unit, dimensions, cells }) => ({
      scope,
      audience,
      code,
      unit,
      dimensions,
      cells: cells.map(({ key, n }) => ({ key, n })),
    }));
}
