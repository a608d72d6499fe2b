import type { Citations } from './citations.ts';
import { type Answers, answerSets } from './decision.ts';
import type { Check, Reason } from './decision-result.ts';
import { judgeSignals } from './judge-signals.ts';
import type { Rules } from './ruleset.ts';

/** Health, family, language, help abroad, coming back: only prompts. It is never red. */
export function checkWellbeing(rules: Rules, answers: Answers, citations: Citations): Check {
  const signals = judgeSignals(rules, 'wellbeing', answers, citations);
  const { prepared } = answers;
  if (prepared === undefined) {
    return {
      name: 'wellbeing',
      colour: 'grey',
      reasons: [prompt('prepared-not-answered', 'unknown'), ...signals],
    };
  }
  const open = answerSets.prepared.filter((topic) => !prepared.includes(topic));
  if (open.length === 0) {
    return { name: 'wellbeing', colour: 'green', reasons: [prompt('prepared-all', 'good'), ...signals] };
  }
  const reasons = open.map((topic) => prompt(`think-${topic.replace('_', '-')}`, 'note'));
  return { name: 'wellbeing', colour: 'amber', reasons: [...reasons, ...signals] };
}

const prompt = (code: string, level: Reason['level']): Reason => ({ code, level, sources: [], pages: [] });
