import type { FactView } from '#modules/facts/index.server.ts';
import { convert, type Decimal, parseDecimal, ratioUp, writeDecimal } from './decimal.ts';
import { groupCostFacts } from './group-cost-facts.ts';
import type { Thresholds } from './ruleset.ts';

export interface SheetQuestion {
  from: string;
  to: string;
  /** How somebody would go, where ways differ in price. */
  route?: string;
  sex?: string;
  sector?: string;
  /** What was asked, by the key of its line; decimal strings in the line's currency. */
  asked?: Readonly<Record<string, string>>;
  /** Of a month, in `currency`; decimal strings. */
  wage?: string;
  living?: string;
  homeNeed?: string;
  currency?: string;
  /** How much of the sheet's main currency one unit of `currency` is, as the reader says. */
  rate?: string;
  /** Borrowed and to be paid back in all, in the sheet's main currency. */
  loan?: string;
  repay?: string;
}

/** From-to, decimal strings; the same where it is one amount. */
export interface AmountRange {
  from: string;
  to: string;
}

export interface SheetLine {
  /** Stays the same as long as the fact does: the fact's code, or the item where no fact tells of it. */
  key: string;
  item: string;
  currency: string;
  official?: AmountRange;
  payer?: string;
  asked?: string;
  /** Asked less official: `above` by so much, at least and at most. */
  difference?: { kind: 'within' | 'below' } | ({ kind: 'above' } & AmountRange);
  /** Facts behind the official value, the newest first. */
  facts: FactView[];
  /** Two sources differ. */
  isConflict: boolean;
  /** The value depends on the way, which was not said. */
  isRouteOpen: boolean;
}

export interface SheetTotal extends AmountRange {
  currency: string;
}

export interface CostSheet {
  lines: SheetLine[];
  mainCurrency?: string;
  /** What the worker pays by the facts, per currency. */
  official: SheetTotal[];
  /** With what was asked in the place of the official value. */
  expected: SheetTotal[];
  interest?: string;
  /** Monthly wages that the expected total and the interest come to; one decimal, rounded up. */
  wages?: { from: number; to: number; level: 'fine' | 'warn' | 'red' };
  /** Months until it is paid back from what is left after living and home; `to` undefined: never. */
  payback?: { from: number; to: number } | 'never';
  /** Everything that was taken as given, as codes under `decide:assume`. */
  assumptions: string[];
}

/** Asked for often, with no fact behind them as a rule: what is asked for them is shown, and added. */
const extraItems = [
  'agency_fee',
  'sub_agent_fee',
  'ticket',
  'training',
  'informal_payment',
  'other',
] as const;

/**
 * What a corridor costs by its facts, beside what somebody was asked for. Ranges stay ranges, two sources that differ make
 * one too, currencies are never added up, and what was assumed is listed.
 */
export function costSheet(
  facts: readonly FactView[],
  asks: SheetQuestion,
  thresholds: Thresholds,
): CostSheet {
  const asked = asks.asked ?? {};
  const lines = groupCostFacts(facts, asks).map((group): SheetLine => {
    const [first] = group.facts;
    const amount = parseDecimal(asked[first.code]);
    const range = { from: group.from, to: group.to };
    return {
      key: first.code,
      item: first.costItem ?? 'other',
      currency: group.currency,
      official: written(range),
      ...(first.payer && { payer: first.payer }),
      ...(amount !== undefined && { asked: writeDecimal(amount), difference: differenceOf(amount, range) }),
      facts: group.facts,
      isConflict: group.isConflict,
      isRouteOpen: group.isRouteOpen,
    };
  });
  const mainCurrency = commonest(
    lines.filter(({ payer }) => payer === 'worker').map(({ currency }) => currency),
  );
  if (mainCurrency) lines.push(...extraLines(lines, asked, mainCurrency));

  const official = totals(lines, (line) => (line.payer === 'worker' ? line.official : undefined));
  const expected = totals(lines, (line) => {
    if (line.asked !== undefined) return { from: line.asked, to: line.asked };
    return line.payer === 'worker' ? line.official : undefined;
  });
  const loan = parseDecimal(asks.loan);
  const repay = parseDecimal(asks.repay);
  const interest = loan !== undefined && repay !== undefined && repay > loan ? repay - loan : undefined;
  return {
    lines,
    ...(mainCurrency && { mainCurrency }),
    official,
    expected,
    ...(interest !== undefined && { interest: writeDecimal(interest) }),
    ...burden(expected, interest ?? 0n, asks, mainCurrency, thresholds),
    assumptions: assumptionsOf(lines, asks, expected.length > 1),
  };
}

function extraLines(lines: readonly SheetLine[], asked: Readonly<Record<string, string>>, currency: string) {
  const known = new Set(lines.map(({ item }) => item));
  return extraItems
    .filter((item) => !known.has(item))
    .map((item): SheetLine => {
      const amount = parseDecimal(asked[item]);
      const given = amount === undefined ? {} : { asked: writeDecimal(amount) };
      return { key: item, item, currency, ...given, facts: [], isConflict: false, isRouteOpen: false };
    });
}

function differenceOf(asked: Decimal, { from, to }: { from: Decimal; to: Decimal }): SheetLine['difference'] {
  if (asked > to) return { kind: 'above', from: writeDecimal(asked - to), to: writeDecimal(asked - from) };
  return { kind: asked < from ? 'below' : 'within' };
}

function totals(
  lines: readonly SheetLine[],
  amountOf: (line: SheetLine) => AmountRange | undefined,
): SheetTotal[] {
  const sums = new Map<string, { from: Decimal; to: Decimal }>();
  for (const line of lines) {
    const amount = amountOf(line);
    if (!amount) continue;
    const sum = sums.get(line.currency) ?? { from: 0n, to: 0n };
    sums.set(line.currency, {
      from: sum.from + (parseDecimal(amount.from) ?? 0n),
      to: sum.to + (parseDecimal(amount.to) ?? 0n),
    });
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...written(sum) }));
}

/** Against the wage only what is in the main currency: others cannot be added without guessing. */
function burden(
  expected: readonly SheetTotal[],
  interest: Decimal,
  asks: SheetQuestion,
  mainCurrency: string | undefined,
  thresholds: Thresholds,
): Pick<CostSheet, 'wages' | 'payback'> {
  const total = expected.find(({ currency }) => currency === mainCurrency);
  const monthly = (text: string | undefined) => inMain(parseDecimal(text), asks, mainCurrency);
  const wage = monthly(asks.wage);
  if (!total || wage === undefined || wage === 0n) return {};
  const low = (parseDecimal(total.from) ?? 0n) + interest;
  const high = (parseDecimal(total.to) ?? 0n) + interest;
  const from = ratioUp(low, wage) ?? 0;
  const to = ratioUp(high, wage) ?? 0;
  const { costWarnMonths, costRedMonths } = thresholds;
  const above = (months: number) => high > wage * BigInt(months);
  const level = above(costRedMonths) ? 'red' : above(costWarnMonths) ? 'warn' : 'fine';
  const spare = wage - (monthly(asks.living) ?? 0n) - (monthly(asks.homeNeed) ?? 0n);
  if (spare <= 0n) return { wages: { from, to, level }, payback: 'never' };
  return {
    wages: { from, to, level },
    payback: { from: ratioUp(low, spare) ?? 0, to: ratioUp(high, spare) ?? 0 },
  };
}

function inMain(
  amount: Decimal | undefined,
  asks: SheetQuestion,
  mainCurrency: string | undefined,
): Decimal | undefined {
  if (amount === undefined) return undefined;
  if (asks.currency === undefined || asks.currency === mainCurrency) return amount;
  const rate = parseDecimal(asks.rate);
  return rate === undefined || rate === 0n ? undefined : convert(amount, rate);
}

function assumptionsOf(lines: readonly SheetLine[], asks: SheetQuestion, isMixed: boolean): string[] {
  const facts = lines.flatMap((line) => line.facts);
  const isForeign = asks.wage !== undefined && asks.rate !== undefined;
  return [
    'as-published',
    ...(facts.some(({ checkedOn, isOverdue }) => checkedOn === undefined || isOverdue)
      ? ['not-checked']
      : []),
    ...(facts.some(({ confidence }) => confidence !== 'official') ? ['not-official'] : []),
    ...(lines.some(({ isConflict }) => isConflict) ? ['sources-differ'] : []),
    ...(lines.some(({ isRouteOpen }) => isRouteOpen) ? ['route-open'] : []),
    ...(isMixed ? ['currencies-apart'] : []),
    ...(asks.wage !== undefined ? ['wage-as-told'] : []),
    ...(asks.wage !== undefined && asks.living === undefined ? ['nothing-for-living'] : []),
    ...(asks.wage !== undefined && asks.homeNeed === undefined ? ['nothing-for-home'] : []),
    ...(isForeign ? ['rate-as-told'] : []),
    ...(asks.loan !== undefined && asks.repay === undefined ? ['no-interest'] : []),
    'only-listed',
  ];
}

const written = ({ from, to }: { from: Decimal; to: Decimal }): AmountRange => ({
  from: writeDecimal(from),
  to: writeDecimal(to),
});

function commonest(values: readonly string[]): string | undefined {
  const count = (value: string) => values.filter((other) => other === value).length;
  return [...new Set(values)].toSorted((a, b) => count(b) - count(a))[0];
}
