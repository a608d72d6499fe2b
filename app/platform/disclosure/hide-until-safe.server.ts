import { totalCode, variableOf } from './build-system.ts';
import { findBreaches } from './find-breaches.server.ts';
import type { Hiding, ProtectionRule } from './protect-tables.server.ts';
import {
  asReleased,
  type Audience,
  isSeenBy,
  type ProtectedTable,
  type ReleasedTable,
} from './released-table.ts';

/** Rounds of hiding and looking again before the tables that still tell too much are held back whole. */
const mostRounds = 60;
/** So many times a look is taken whether numbers were hidden for nothing, of many tables fewer. */
const looksAt = (tables: number) => Math.max(4, Math.min(40, Math.floor(150 / (tables + 1))));

/**
 * Hides numbers until nobody can work out a hidden one, then shows again those that were hidden for nothing.
 * @param show the tables as they would leave with this hidden
 */
export async function hideUntilSafe(
  given: Hiding,
  show: (hiding: Hiding) => ProtectedTable[],
  rule: ProtectionRule,
  earlier: readonly ReleasedTable[],
  unsettled: ReadonlySet<string>,
): Promise<Hiding> {
  const attackers: Audience[] = rule.audience === 'public' ? ['internal', 'public'] : ['internal'];
  const breachesOf = async (hiding: Hiding) => {
    const leaving = asReleased(show(hiding), rule);
    for (const attacker of attackers) {
      const seen = earlier.filter((table) => isSeenBy(attacker, table));
      const breaches = await findBreaches(leaving, seen, rule.thresholds[attacker], unsettled);
      if (breaches.length > 0) return breaches;
    }
    return [];
  };
  const hidden = new Map(given.hidden);
  const withheld = new Set(given.withheld);
  for (let round = 0; ; round += 1) {
    const breaches = await breachesOf({ hidden, withheld });
    if (breaches.length === 0) break;
    const before = hidden.size + withheld.size;
    for (const { hide, touching } of breaches) {
      if (hide !== undefined && round < mostRounds) hidden.set(hide, 'complementary');
      else holdBack(show({ hidden, withheld }), new Set(touching), rule, { hidden, withheld });
    }
    // Nothing helped: what stays in the house tells nothing.
    if (hidden.size + withheld.size === before)
      for (const { code } of show({ hidden, withheld })) withheld.add(code);
  }
  await showAgain(
    hidden,
    looksAt(earlier.length),
    async () => (await breachesOf({ hidden, withheld })).length === 0,
  );
  return { hidden, withheld };
}

/** The last resort: of these tables only the grand total, and where that is not enough nothing. */
function holdBack(
  shown: readonly ProtectedTable[],
  codes: ReadonlySet<string>,
  { scope }: ProtectionRule,
  { hidden, withheld }: Hiding,
): void {
  for (const { code, unit, dimensions, cells } of shown) {
    if (!codes.has(code)) continue;
    const detail = cells.filter(({ key, n }) => n !== null && n > 0 && key.some((one) => one !== totalCode));
    if (detail.length === 0) withheld.add(code);
    for (const { key } of detail) hidden.set(variableOf({ unit, dimensions, scope }, key), 'complementary');
  }
}

/**
 * Hiding goes step by step, and a step may turn out to have been needless. Shows again what is safe to show, many at once
 * where that can be, as long as there are looks left.
 */
async function showAgain(
  hidden: Hiding['hidden'],
  looks: number,
  isSafe: () => Promise<boolean>,
): Promise<void> {
  const extra = [...hidden].flatMap(([name, reason]) => (reason === 'complementary' ? [name] : []));
  const waiting =
    extra.length > 1 ? [extra.slice(0, extra.length / 2), extra.slice(extra.length / 2)] : [extra];
  for (let look = 0; look < looks; look += 1) {
    const names = waiting.shift();
    if (names === undefined) return;
    for (const name of names) hidden.delete(name);
    if (names.length === 0 || (await isSafe())) continue;
    for (const name of names) hidden.set(name, 'complementary');
    const middle = Math.floor(names.length / 2);
    if (names.length > 1) waiting.push(names.slice(0, middle), names.slice(middle));
  }
}
