import { formatWeekday } from '#platform/language/format-date.ts';

/** 7 January 2024 was a Sunday, and the six days after it name the rest of the week. */
const someSunday = 7;

/** The name of a day of the week, 0 Sunday … 7 Sunday again. */
export const weekdayName = (day: number, language: string): string =>
  formatWeekday(`2024-01-${String(someSunday + (day % 7)).padStart(2, '0')}`, { language });
