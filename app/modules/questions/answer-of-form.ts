import type { FormValue } from '#platform/web/form-data.server.ts';

/** The answer's form as its operation reads it: ticks become yes or no, the list of pages closes up. */
export function answerOfForm(input: Record<string, FormValue>): Record<string, unknown> {
  const { guideIds, minutes, stayOptionExplained, riskInfoGiven, ...rest } = input;
  return {
    ...rest,
    guideIds: guideIds === undefined ? [] : [...new Set([guideIds].flat())],
    ...(minutes !== undefined && { minutes: Number(minutes) }),
    stayOptionExplained: stayOptionExplained === 'yes',
    riskInfoGiven: riskInfoGiven === 'yes',
  };
}
