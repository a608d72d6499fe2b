import {
  CalendarDate,
  type CalendarDate as Day,
  getDayOfWeek,
  parseDate,
  toCalendar,
} from '@internationalized/date';
import { calendarEngine } from '#platform/language/calendar.ts';
import type { CalendarName } from '#platform/language/interface-languages.ts';
import { addDays } from '#platform/language/local-day.ts';

export const periodKinds = ['day', 'week', 'month', 'quarter', 'year', 'own'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** No period is longer: the counting functions answer nothing beyond it. Room for the longest year of any calendar. */
export const longestPeriod = 400;

/** Whole days: `firstDay` belongs to it, `nextDay` no longer does. ISO days of the Gregorian calendar. */
export interface Days {
  firstDay: string;
  nextDay: string;
}

/** A stretch of days as a calendar divides them, or as somebody chose it. */
export interface Period extends Days {
  kind: PeriodKind;
  calendar: CalendarName;
}

/** Where the centre's weeks begin, 0 Sunday … 6 Saturday. */
export interface Week {
  weekStart: number;
}

/** The period of a kind that holds a day. Quarters are three months from the first of the calendar's year. */
export function periodOf(
  kind: Exclude<PeriodKind, 'own'>,
  day: string,
  calendar: CalendarName,
  week: Week,
): Period {
  return { kind, calendar, ...daysOf(kind, day, calendar, week) };
}

function daysOf(
  kind: Exclude<PeriodKind, 'own'>,
  day: string,
  calendar: CalendarName,
  { weekStart }: Week,
): Days {
  if (kind === 'day') return { firstDay: day, nextDay: addDays(day, 1) };
  if (kind === 'week') {
    // In a locale whose week begins on Sunday the number of a day is the one that JavaScript gives it.
    const since = (getDayOfWeek(parseDate(day), 'en-US') - weekStart + 7) % 7;
    const firstDay = addDays(day, -since);
    return { firstDay, nextDay: addDays(firstDay, 7) };
  }
  const engine = calendarEngine(calendar);
  const { year, month } = toCalendar(parseDate(day), engine);
  const first = (number: number) => new CalendarDate(engine, year, number, 1);
  const nextYear = new CalendarDate(engine, year + 1, 1, 1);
  if (kind === 'year') return { firstDay: iso(first(1)), nextDay: iso(nextYear) };
  if (kind === 'month') return { firstDay: iso(first(month)), nextDay: iso(first(month).add({ months: 1 })) };
  // The short thirteenth month of the Ethiopic calendar belongs to the last quarter.
  const quarter = Math.min(3, Math.floor((month - 1) / 3));
  return {
    firstDay: iso(first(quarter * 3 + 1)),
    nextDay: iso(quarter === 3 ? nextYear : first(quarter * 3 + 4)),
  };
}

/** The days from one to another, both included, in whichever order; undefined where they are too many. */
export function ownPeriod(one: string, other: string, calendar: CalendarName): Period | undefined {
  const [from, to] = one < other ? [one, other] : [other, one];
  const days = { firstDay: from, nextDay: addDays(to, 1) };
  return lengthOf(days) > longestPeriod ? undefined : { kind: 'own', calendar, ...days };
}

/** How many days. */
export const lengthOf = ({ firstDay, nextDay }: Days): number =>
  parseDate(nextDay).compare(parseDate(firstDay));

/** The last day that belongs to it. */
export const lastDayOf = ({ nextDay }: Days): string => addDays(nextDay, -1);

/** The period before: of a calendar month the month before, of own dates as many days. */
export function periodBefore(period: Period, week: Week): Period {
  const lastDay = addDays(period.firstDay, -1);
  if (period.kind === 'own')
    return { ...period, firstDay: addDays(period.firstDay, -lengthOf(period)), nextDay: period.firstDay };
  return periodOf(period.kind, lastDay, period.calendar, week);
}

/** The same period a year earlier in its calendar; of a week the one 52 weeks earlier. */
export function periodYearAgo(period: Period, week: Week): Period {
  if (period.kind === 'week')
    return { ...period, firstDay: addDays(period.firstDay, -364), nextDay: addDays(period.nextDay, -364) };
  // A day that the year before did not have becomes the last one of its month.
  const first = iso(
    toCalendar(parseDate(period.firstDay), calendarEngine(period.calendar)).subtract({ years: 1 }),
  );
  if (period.kind === 'own') return { ...period, firstDay: first, nextDay: addDays(first, lengthOf(period)) };
  return periodOf(period.kind, first, period.calendar, week);
}

/** Today is in it: its numbers still grow. */
export const isRunning = (period: Days, today: string): boolean =>
  period.firstDay <= today && today < period.nextDay;

/** As many days of another period as have passed of this one: a running month is not compared with a whole one. */
export function sameStretch(period: Days, other: Days, today: string): Days {
  if (!isRunning(period, today)) return { firstDay: other.firstDay, nextDay: other.nextDay };
  const passed = lengthOf({ firstDay: period.firstDay, nextDay: addDays(today, 1) });
  const nextDay = addDays(other.firstDay, passed);
  return { firstDay: other.firstDay, nextDay: nextDay < other.nextDay ? nextDay : other.nextDay };
}

function iso(date: Day): string {
  return toCalendar(date, calendarEngine('gregory')).toString();
}
