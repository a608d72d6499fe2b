import type { Citations } from './citations.ts';
import { allHold, type Answers } from './decision.ts';
import type { Check, MissingPaper, Reason } from './decision-result.ts';
import type { Rules } from './ruleset.ts';

/** What is needed less what somebody has; the longest wait makes the earliest day, where every wait is known. */
export function checkDocuments(
  rules: Rules,
  answers: Answers,
  citations: Citations,
): { check: Check; missing: MissingPaper[] } {
  const needed = rules.documents.filter(({ when }) => allHold(when, answers) === true);
  const owned = answers.documents;
  if (owned === undefined || needed.length === 0) {
    const code = needed.length === 0 ? 'no-list' : 'papers-not-answered';
    return { check: { name: 'documents', colour: 'grey', reasons: [reason(code, 'unknown')] }, missing: [] };
  }
  const missing = needed
    .filter(({ code }) => !owned.includes(code))
    .map(({ code, step, leadDays, id, basis }) => ({
      code,
      step,
      ...(leadDays !== undefined && { leadDays }),
      sources: citations.cite(id, basis),
    }));
  if (missing.length === 0) {
    return {
      check: { name: 'documents', colour: 'green', reasons: [reason('papers-all', 'good')] },
      missing,
    };
  }
  const waits = missing.map(({ leadDays }) => leadDays);
  const longest = waits.every((days) => days !== undefined) ? Math.max(...waits) : undefined;
  const reasons = [
    { ...reason('papers-missing', 'attention'), values: { count: missing.length } },
    longest === undefined
      ? reason('wait-unknown', 'unknown')
      : { ...reason('wait-days', 'attention'), values: { count: longest } },
  ];
  return { check: { name: 'documents', colour: 'amber', reasons }, missing };
}

const reason = (code: string, level: Reason['level']): Reason => ({ code, level, sources: [], pages: [] });
