import type { Citations } from './citations.ts';
import { type Decimal, divideUp, parseDecimal, percentOf, writeDecimal } from './decimal.ts';
import type { Answers } from './decision.ts';
import type { Check, Colour, MoneyCase, MoneyView, Reason } from './decision-result.ts';
import type { Rules, Thresholds } from './ruleset.ts';

/**
 * Does the plan pay? Payback = (cost + interest) / (wage − living − what home needs), in whole months rounded up.
 * Balance = (wage − living) × months − cost − interest. The loan itself enters once, as cost, and its price as interest;
 * its monthly payment only lowers what is left in the hand (`net`), or a borrowed amount would be counted twice.
 */
export function checkMoney(
  rules: Rules,
  answers: Answers,
  citations: Citations,
): { check: Check; money?: MoneyView } {
  const contrast = contrastOf(rules, citations);
  const wage = parseDecimal(answers.wage);
  const cost = parseDecimal(answers.cost);
  if (wage === undefined || cost === undefined || !answers.currency) {
    const reasons = [reason('money-not-answered', 'unknown'), ...contrast];
    return { check: { name: 'money', colour: 'grey', reasons } };
  }
  const { thresholds } = rules;
  const living = parseDecimal(answers.living) ?? 0n;
  const home = parseDecimal(answers.homeNeed) ?? 0n;
  const loan = parseDecimal(answers.loan) ?? 0n;
  const repay = parseDecimal(answers.repay) ?? loan;
  const interest = repay > loan ? repay - loan : 0n;
  const months = Math.min(answers.contractMonths || thresholds.horizonMonths, thresholds.horizonMonths);
  const spare = wage - living - home;
  const payback = spare > 0n ? Number(divideUp(cost + interest, spare)) : undefined;
  const reasons: Reason[] = [
    payback === undefined
      ? reason('payback-never', 'attention')
      : { ...reason('payback', levelOf(payback, thresholds)), values: { count: payback } },
  ];
  const isPartial = answers.living === undefined || answers.homeNeed === undefined;
  if (isPartial) reasons.push(reason('living-not-answered', 'unknown'));
  if (interest > 0n) reasons.push(reason('loan-interest', 'attention'));
  if (loan > 0n && answers.repay === undefined) reasons.push(reason('loan-price-unknown', 'unknown'));
  const found = colourOf(payback, thresholds);
  return {
    check: {
      name: 'money',
      colour: found === 'green' && isPartial ? 'amber' : found,
      reasons: [...reasons, ...contrast],
    },
    money: {
      currency: answers.currency,
      net: writeDecimal(wage - living - monthly(repay, months)),
      cost: writeDecimal(cost),
      interest: writeDecimal(interest),
      ...(payback !== undefined && { paybackMonths: payback }),
      cases: casesOf({ wage, living, cost, interest, months }, thresholds),
      lessPercent: thresholds.lessWagePercent,
      unpaidMonths: thresholds.unpaidMonths,
    },
  };
}

export function colourOf(payback: number | undefined, { paybackGreen, paybackRed }: Thresholds): Colour {
  if (payback === undefined || payback >= paybackRed) return 'red';
  return payback <= paybackGreen ? 'green' : 'amber';
}

const levelOf = (payback: number, thresholds: Thresholds): Reason['level'] =>
  colourOf(payback, thresholds) === 'green' ? 'good' : 'attention';

/** The loan in equal parts over the contract. */
const monthly = (repay: Decimal, months: number): Decimal =>
  repay > 0n ? divideUp(repay, BigInt(months)) : 0n;

interface Sums {
  wage: Decimal;
  living: Decimal;
  cost: Decimal;
  interest: Decimal;
  months: number;
}

/** As promised; with a lower wage; and with a lower wage, months unpaid and an early return together. */
function casesOf(sums: Sums, thresholds: Thresholds): MoneyCase[] {
  const less = percentOf(sums.wage, BigInt(100 - thresholds.lessWagePercent));
  const early = Math.min(thresholds.earlyReturnMonth, sums.months);
  const unpaid = Math.min(thresholds.unpaidMonths, early);
  return [
    balanceOf('promised', sums, sums.wage, sums.months, 0),
    balanceOf('less', sums, less, sums.months, 0),
    balanceOf('worst', sums, less, early, unpaid),
  ];
}

function balanceOf(
  id: MoneyCase['id'],
  sums: Sums,
  wage: Decimal,
  months: number,
  unpaid: number,
): MoneyCase {
  const earned = wage * BigInt(months - unpaid) - sums.living * BigInt(months);
  return { id, months, balance: writeDecimal(earned - sums.cost - sums.interest) };
}

function contrastOf(rules: Rules, citations: Citations): Reason[] {
  const fact = rules.contrast ? citations.fact(rules.contrast) : undefined;
  if (fact?.value === undefined) return [];
  return [{ ...reason('survey', 'note'), values: { months: fact.value }, sources: [fact.code] }];
}

const reason = (code: string, level: Reason['level']): Reason => ({ code, level, sources: [], pages: [] });
