import type { Citations } from './citations.ts';
import { allHold, type Answers } from './decision.ts';
import type { Reason } from './decision-result.ts';
import type { Rules, Signal } from './ruleset.ts';

/**
 * The signals of one check that the answers set off. One that nothing backs today (its facts are not published) becomes
 * something we do not know: without a source nothing is held against a plan.
 */
export function judgeSignals(
  rules: Rules,
  check: Signal['check'],
  answers: Answers,
  citations: Citations,
): Reason[] {
  return rules.signals
    .filter((signal) => signal.check === check && allHold(signal.when, answers) === true)
    .map((signal) => {
      const sources = citations.cite(signal.id, signal.basis);
      return {
        code: signal.id,
        level: sources.length === 0 ? 'unknown' : signal.level,
        sources,
        pages: signal.pages,
      };
    });
}
