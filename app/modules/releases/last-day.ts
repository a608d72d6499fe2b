import { addDays } from '#platform/language/local-day.ts';

/** The last day that belongs to a period, of the first that no longer does. */
export const lastDay = (next: string): string => addDays(next, -1);
