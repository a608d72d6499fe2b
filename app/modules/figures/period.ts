import { CalendarDate, parseDate, toCalendar } from '@internationalized/date';
import { calendarEngine, fromIsoDay, monthsInYear } from '#platform/language/calendar.ts';
import type { CalendarName } from '#platform/language/interface-languages.ts';
import { addDays } from '#platform/language/local-day.ts';

/** Whole days: `firstDay` belongs to it, `nextDay` no longer does. ISO days of the Gregorian calendar. */
export interface Days {
  firstDay: string;
  nextDay: string;
}

export interface Month extends Days {
  calendar: CalendarName;
  /** `YYYY-MM` as the calendar counts. */
  month: string;
}

export interface MonthOfFigures extends Month {
  /** Today is in it: the numbers still grow. */
  running: boolean;
  previous: string;
  /** Undefined where the next month has not begun. */
  next: string | undefined;
  /** What it is compared with: the whole month before, or as many of its days as have passed of this one. */
  compared: Days;
}

/** Years that make sense to look at; beyond them a URL is a mistake. */
const reach = 120;

/** A month by its name, or undefined where the calendar has no such month, or it lies ahead or too far back. */
export function findMonth(calendar: CalendarName, month: string, today: string): Month | undefined {
  const [, year, number] = (/^(\d{4})-(\d{2})$/.exec(month) ?? []).map(Number);
  if (!year || !number) return undefined;
  const now = fromIsoDay(today, calendar);
  if (year > now.year || year < now.year - reach || number > monthsInYear(calendar, year)) return undefined;
  const days = daysOfMonth(calendar, year, number);
  return days.firstDay > today ? undefined : { calendar, month, ...days };
}

/** The month that holds a day. */
export function monthOf(calendar: CalendarName, day: string): Month {
  const { year, month } = fromIsoDay(day, calendar);
  return { calendar, month: nameOf(year, month), ...daysOfMonth(calendar, year, month) };
}

/** A month with its neighbours and what it is compared with. */
export function monthOfFigures(month: Month, today: string): MonthOfFigures {
  const before = monthOf(month.calendar, addDays(month.firstDay, -1));
  const running = today < month.nextDay;
  return {
    ...month,
    running,
    previous: before.month,
    next: month.nextDay > today ? undefined : monthOf(month.calendar, month.nextDay).month,
    compared: {
      firstDay: before.firstDay,
      nextDay: running ? sameStretch(month.firstDay, today, before) : before.nextDay,
    },
  };
}

/** On the tenth of a month: the first ten days of the month before, which may be shorter. */
function sameStretch(firstDay: string, today: string, before: Days): string {
  const passed = parseDate(today).compare(parseDate(firstDay)) + 1;
  const next = addDays(before.firstDay, passed);
  return next < before.nextDay ? next : before.nextDay;
}

function daysOfMonth(calendar: CalendarName, year: number, month: number): Days {
  const engine = calendarEngine(calendar);
  const first = new CalendarDate(engine, year, month, 1);
  const iso = (date: CalendarDate) => toCalendar(date, calendarEngine('gregory')).toString();
  return { firstDay: iso(first), nextDay: iso(first.add({ months: 1 })) };
}

const nameOf = (year: number, month: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
