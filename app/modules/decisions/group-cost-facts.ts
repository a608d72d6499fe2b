import type { FactView } from '#modules/facts/index.server.ts';
import { type Decimal, parseDecimal } from './decimal.ts';

export interface CostGroup {
  facts: [FactView, ...FactView[]];
  from: Decimal;
  to: Decimal;
  currency: string;
  isConflict: boolean;
  isRouteOpen: boolean;
}

interface Place {
  from: string;
  to: string;
  route?: string;
  sex?: string;
  sector?: string;
}

/**
 * The facts of a corridor that are a cost, one group per line of the sheet: facts of one item that contradict each other, or
 * that hold for different ways while no way was chosen, are one line with a range.
 */
export function groupCostFacts(facts: readonly FactView[], place: Place): CostGroup[] {
  const groups: CostGroup[] = [];
  for (const fact of facts.filter((each) => isCostOf(each, place))) {
    const from = parseDecimal(fact.value);
    if (from === undefined || fact.unit === undefined) continue;
    const to = parseDecimal(fact.valueTo) ?? from;
    const group = groups.find((each) => each.currency === fact.unit && belongs(each, fact));
    if (!group) {
      const only: CostGroup = {
        facts: [fact],
        from,
        to,
        currency: fact.unit,
        isConflict: false,
        isRouteOpen: false,
      };
      groups.push(only);
      continue;
    }
    if (group.facts.some((other) => contradict(other, fact))) group.isConflict = true;
    else group.isRouteOpen = true;
    group.facts.push(fact);
    group.facts.sort((a, b) => b.source.date.localeCompare(a.source.date));
    group.from = from < group.from ? from : group.from;
    group.to = to > group.to ? to : group.to;
  }
  return groups;
}

const contradict = (a: FactView, b: FactView): boolean =>
  a.conflicts.some(({ code }) => code === b.code) || b.conflicts.some(({ code }) => code === a.code);

const belongs = (group: CostGroup, fact: FactView): boolean =>
  group.facts.some(
    (other) =>
      other.costItem === fact.costItem &&
      (contradict(other, fact) ||
        (other.route !== undefined && fact.route !== undefined && other.route !== fact.route)),
  );

function isCostOf(fact: FactView, { from, to, route, sex, sector }: Place): boolean {
  if (fact.kind !== 'fee' || !fact.costItem || !/^[A-Z]{3}$/.test(fact.unit ?? '')) return false;
  const isHere =
    (fact.corridorFrom === undefined || fact.corridorFrom === from) &&
    (fact.corridorTo === undefined || fact.corridorTo === to) &&
    (fact.country === undefined || fact.country === from || fact.country === to);
  const isTheirs =
    (fact.route === undefined || route === undefined || fact.route === route) &&
    (fact.sex === undefined || fact.sex === sex) &&
    (fact.sector === undefined || sector === undefined || fact.sector === sector);
  return isHere && isTheirs;
}
