import { collectCitations, type FactLookup } from './citations.ts';
import { compareOptions } from './compare-options.ts';
import { allHold, type Answers } from './decision.ts';
import type { Check, Decision, Reason } from './decision-result.ts';
import { checkDocuments } from './document-check.ts';
import { judgeSignals } from './judge-signals.ts';
import { checkMoney } from './money-check.ts';
import { checkOffer } from './offer-check.ts';
import { checkPathway } from './pathway-check.ts';
import type { Rules } from './ruleset.ts';
import { checkWellbeing } from './wellbeing-check.ts';

/**
 * What the rules and facts of a day say to what somebody told. The same values in give the same values out: no clock, no
 * language, no guess. It helps to think and never says what to do, nor whether a visa would be given.
 *
 * @param facts the facts that are published, by code; a rule whose facts are missing is held against nobody
 * @param day `YYYY-MM-DD`, goes with the result
 */
export function evaluateDecision(answers: Answers, rules: Rules, facts: FactLookup, day: string): Decision {
  const citations = collectCitations(facts);
  const warnings = warningsOf(answers, rules, citations);
  const gate = gateOf(answers);
  const frame = { rulesetVersion: rules.versions, day };
  if (gate) {
    const rest = { checks: [], options: [], isOrdered: false, unknowns: [], missing: [], notNeeded: [] };
    return {
      ...frame,
      ...rest,
      gate,
      warnings,
      questions: [],
      steps: [],
      sources: citations.sources(),
      factVersions: citations.versions(),
    };
  }
  const { check: documents, missing } = checkDocuments(rules, answers, citations);
  const { check: money, money: sums } = checkMoney(rules, answers, citations);
  const checks: Check[] = [
    checkPathway(rules, answers, citations),
    documents,
    checkOffer(rules, answers, citations),
    money,
    checkWellbeing(rules, answers, citations),
  ];
  const notNeeded = rules.notNeeded
    .filter(({ when }) => allHold(when, answers) === true)
    .map(({ id, basis }) => ({ code: id, sources: citations.cite(id, basis) }))
    .filter(({ sources }) => sources.length > 0);
  const questions = rules.questions.filter(({ when }) => allHold(when, answers) !== false);
  for (const { id, basis } of questions) citations.cite(id, basis);
  return {
    ...frame,
    checks,
    ...compareOptions(rules, answers, checks, warnings),
    warnings,
    unknowns: unknownsOf(checks, warnings, citations.disputed().length > 0),
    ...(sums && { money: sums }),
    missing,
    notNeeded,
    questions: [...new Set(questions.map(({ id }) => id))],
    steps: stepsOf(rules, checks, warnings),
    sources: citations.sources(),
    factVersions: citations.versions(),
  };
}

/** Nobody in danger is asked on, and a child is led to somebody who helps children. */
function gateOf({ danger, ageBand }: Answers): Decision['gate'] {
  if (danger === 'yes') return 'emergency';
  return ageBand === 'under_18' ? 'child' : undefined;
}

function warningsOf(
  answers: Answers,
  rules: Rules,
  citations: ReturnType<typeof collectCitations>,
): Reason[] {
  const found = judgeSignals(rules, 'warning', answers, citations);
  const counted = answers.signs?.length ?? 0;
  // Many signs set off the rule on trafficking; one alone is only looked at.
  return found.filter(({ code }) =>
    code === 'signs-many'
      ? counted >= rules.thresholds.signs
      : code !== 'signs-one' || counted < rules.thresholds.signs,
  );
}

function unknownsOf(checks: readonly Check[], warnings: readonly Reason[], isDisputed: boolean): string[] {
  const reasons = [...checks.flatMap((check) => check.reasons), ...warnings];
  const codes = reasons.filter(({ level }) => level === 'unknown').map(({ code }) => code);
  return [...new Set([...codes, ...(isDisputed ? ['sources-differ'] : [])])];
}

/** The first three that something found calls for; the last ones of the list are for everybody. */
function stepsOf(rules: Rules, checks: readonly Check[], warnings: readonly Reason[]) {
  const found = new Set([...checks.flatMap(({ reasons }) => reasons), ...warnings].map(({ code }) => code));
  const fitting = rules.steps.filter(
    ({ reasons }) => reasons.length === 0 || reasons.some((code) => found.has(code)),
  );
  const seen = new Set<string>();
  return fitting
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .slice(0, 3)
    .map(({ id, pages }) => ({ id, pages }));
}
