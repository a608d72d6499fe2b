import type { Citations } from './citations.ts';
import type { Answers } from './decision.ts';
import type { Check, Reason } from './decision-result.ts';
import { parseDecimal } from './decimal.ts';
import { judgeSignals } from './judge-signals.ts';
import type { Rules } from './ruleset.ts';

/** A fee above what is allowed, a visit visa for work or no licence → red, and so are several warning signs together. */
export function checkOffer(rules: Rules, answers: Answers, citations: Citations): Check {
  const reasons = judgeSignals(rules, 'offer', answers, citations);
  const wage = compareWage(rules, answers, citations);
  if (wage) reasons.push(wage);
  const has = (level: Reason['level']) => reasons.some((reason) => reason.level === level);
  const flags = reasons.filter(({ level }) => level === 'flag').length;
  if (has('stop') || flags >= rules.thresholds.flags) return { name: 'offer', colour: 'red', reasons };
  const unsaid = unsaidOf(answers);
  if (has('attention') || flags > 0)
    return { name: 'offer', colour: 'amber', reasons: [...reasons, ...unsaid] };
  if (answers.offer === 'none')
    return { name: 'offer', colour: 'grey', reasons: [...reasons, unknown('offer-none')] };
  if (unsaid.length > 0 || has('unknown'))
    return { name: 'offer', colour: 'grey', reasons: [...reasons, ...unsaid] };
  return { name: 'offer', colour: 'green', reasons };
}

/** Less than what people earned on average is a reason to ask; it is compared in the same currency only. */
function compareWage(rules: Rules, { wage, currency }: Answers, citations: Citations): Reason | undefined {
  const promised = parseDecimal(wage);
  if (!rules.usualWage || promised === undefined) return undefined;
  const usual = citations.fact(rules.usualWage);
  const amount = parseDecimal(usual?.value);
  if (!usual || amount === undefined || usual.unit !== currency || promised >= amount) return undefined;
  return { code: 'wage-low', level: 'attention', sources: [usual.code], pages: [] };
}

const unsaidOf = (answers: Answers): Reason[] =>
  (['offer', 'agency', 'contract', 'visa', 'feeAsked'] as const).some((name) => answers[name] === undefined)
    ? [unknown('offer-not-answered')]
    : [];

const unknown = (code: string): Reason => ({ code, level: 'unknown', sources: [], pages: [] });
