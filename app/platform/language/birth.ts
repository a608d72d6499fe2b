import type { CalendarName } from './interface-languages.ts';

export const birthPrecisions = ['exact', 'month', 'year', 'estimated'] as const;
export type BirthPrecision = (typeof birthPrecisions)[number];

/**
 * When a person was born, as far as they know. `earliest` and `latest` are the Gregorian ISO days
 * between which the birth lies; what was said, and in which calendar, is kept beside it.
 */
export interface Birth {
  kind: 'date' | 'year' | 'age';
  /** Only for `date`; with precision `month` the first day of that month in the calendar entered. */
  isoDate?: string;
  /** Gregorian. For a year of another calendar: the Gregorian year that shares most of its days. */
  year: number;
  precision: BirthPrecision;
  earliest: string;
  latest: string;
  asEntered: { calendar: CalendarName; text: string };
}

type BirthSpan = Pick<Birth, 'earliest' | 'latest'>;

/** The span of a birth that was stored as date or year only. */
export function birthSpan(birth: { isoDate?: string | null; year?: number | null }): BirthSpan | undefined {
  if (birth.isoDate) return { earliest: birth.isoDate, latest: birth.isoDate };
  if (birth.year) return { earliest: `${pad(birth.year, 4)}-01-01`, latest: `${pad(birth.year, 4)}-12-31` };
  return undefined;
}

/** Whole years between two ISO days. Someone born on 29 February turns a year older on 1 March. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** The youngest and oldest a person can be on a day. */
export function ageRange(birth: BirthSpan, onDay: string): { youngest: number; oldest: number } {
  return {
    youngest: Math.max(0, yearsBetween(birth.latest, onDay)),
    oldest: Math.max(0, yearsBetween(birth.earliest, onDay)),
  };
}

/** The likeliest age on a day: counted from the middle of the span. */
export function ageOn(birth: BirthSpan, onDay: string): number {
  const middle = new Date((Date.parse(birth.earliest) + Date.parse(birth.latest)) / 2);
  return Math.max(0, yearsBetween(middle.toISOString().slice(0, 10), onDay));
}

/** May this person be under 18 on that day? When in doubt the rules for children apply. */
export function mayBeChild(birth: BirthSpan, onDay: string): boolean {
  return ageRange(birth, onDay).youngest < 18;
}

export function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
