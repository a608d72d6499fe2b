import { CalendarDate, parseDate, toCalendar, toZoned } from '@internationalized/date';
import { calendarEngine } from './calendar.ts';
import type { CalendarName } from './interface-languages.ts';

/** From the first moment up to, but not including, the last. */
export interface Span {
  start: Date;
  end: Date;
}

/** A span of whole days: `firstDay` belongs to it, `nextDay` no longer does. ISO days. */
export interface DaySpan extends Span {
  firstDay: string;
  nextDay: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The ISO day on the wall of a place at a moment. A centre's figures count by this day. */
export function localDay(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

/** When a day begins and ends there. With summer time it may last 23 or 25 hours, or begin at one o'clock. */
export function dayBounds(day: string, timeZone: string): Span {
  return { start: startOf(day, timeZone), end: startOf(addDays(day, 1), timeZone) };
}

/** The month, in the calendar given, that holds an ISO day. */
export function monthBounds(day: string, timeZone: string, calendar: CalendarName = 'gregory'): DaySpan {
  const inCalendar = toCalendar(parseDate(day), calendarEngine(calendar));
  const first = inCalendar.set({ day: 1 });
  return spanOf(iso(first), iso(first.add({ months: 1 })), timeZone);
}

/** The year, in the calendar given, that holds an ISO day. */
export function yearBounds(day: string, timeZone: string, calendar: CalendarName = 'gregory'): DaySpan {
  const engine = calendarEngine(calendar);
  const { year } = toCalendar(parseDate(day), engine);
  return spanOf(
    iso(new CalendarDate(engine, year, 1, 1)),
    iso(new CalendarDate(engine, year + 1, 1, 1)),
    timeZone,
  );
}

export function addDays(day: string, days: number): string {
  return parseDate(day).add({ days }).toString();
}

function spanOf(firstDay: string, nextDay: string, timeZone: string): DaySpan {
  return { firstDay, nextDay, start: startOf(firstDay, timeZone), end: startOf(nextDay, timeZone) };
}

function startOf(day: string, timeZone: string): Date {
  // "compatible": where midnight is skipped the day starts after the gap, where it comes twice at the first.
  return toZoned(parseDate(day), timeZone, 'compatible').toDate();
}

function iso(date: CalendarDate): string {
  return toCalendar(date, calendarEngine('gregory')).toString();
}
