import { addDays } from '#platform/language/local-day.ts';

/** How far ahead somebody usually looks again, in days. */
export const usualSpans = ['90', '180', '365'] as const;

/** The day that so many days ahead is; nothing chosen stays nothing, so that the form says it. */
export const dayAhead = (today: string, days: unknown): string =>
  usualSpans.some((span) => span === days) ? addDays(today, Number(days)) : '';
