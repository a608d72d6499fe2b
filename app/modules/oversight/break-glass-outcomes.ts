/** What a review says of an emergency access. */
export const breakGlassOutcomes = ['justified', 'follow_up', 'not_justified'] as const;
export type BreakGlassOutcome = (typeof breakGlassOutcomes)[number];
