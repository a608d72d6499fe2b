/** How it went with one person on the list. Who was not reached stays on it. */
export const adviceOutcomes = ['told', 'not_reached', 'not_needed'] as const;
export type AdviceOutcome = (typeof adviceOutcomes)[number];

/** How the person was told. `in_person`: they came, or were here anyway, so no rule of reaching out stands in the way. */
export const tellingWays = ['in_person', 'phone', 'message', 'email', 'visit'] as const;
