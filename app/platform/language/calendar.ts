import {
  type Calendar,
  CalendarDate,
  EthiopicCalendar,
  GregorianCalendar,
  IslamicCivilCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
  parseDate,
  toCalendar,
} from '@internationalized/date';
import { type CalendarName, interfaceLanguage } from './interface-languages.ts';

const engines: Record<CalendarName, Calendar> = {
  gregory: new GregorianCalendar(),
  persian: new PersianCalendar(),
  'islamic-umalqura': new IslamicUmalquraCalendar(),
  'islamic-civil': new IslamicCivilCalendar(),
  ethiopic: new EthiopicCalendar(),
};

/** A day as the calendar counts it; months run from 1. */
export interface DayParts {
  year: number;
  month: number;
  day: number;
}

export function calendarEngine(name: CalendarName): Calendar {
  return engines[name];
}

/** The Gregorian ISO day of a day in any calendar, or undefined where that calendar has no such day. */
export function toIsoDay(calendar: CalendarName, { year, month, day }: DayParts): string | undefined {
  // The library moves 31 February to the nearest real day; a person's date must be refused instead.
  const date = new CalendarDate(engines[calendar], year, month, day);
  if (date.year !== year || date.month !== month || date.day !== day) return undefined;
  return toCalendar(date, engines.gregory).toString();
}

/** The parts of an ISO day in another calendar. */
export function fromIsoDay(isoDay: string, calendar: CalendarName): DayParts {
  const { year, month, day } = toCalendar(parseDate(isoDay), engines[calendar]);
  return { year, month, day };
}

export function daysInMonth(calendar: CalendarName, year: number, month: number): number {
  const engine = engines[calendar];
  return engine.getDaysInMonth(new CalendarDate(engine, year, month, 1));
}

export function monthsInYear(calendar: CalendarName, year: number): number {
  const engine = engines[calendar];
  return engine.getMonthsInYear(new CalendarDate(engine, year, 1, 1));
}

/** Calendars on the papers of a country, the usual one first. Elsewhere: Gregorian only. */
const calendarsByCountry: Record<string, readonly CalendarName[]> = {
  AF: ['persian', 'gregory', 'islamic-umalqura'],
  IR: ['persian', 'gregory', 'islamic-civil'],
  SA: ['gregory', 'islamic-umalqura'],
  ET: ['ethiopic', 'gregory'],
  ER: ['gregory', 'ethiopic'],
};

export function calendarsOf(country: string | undefined): readonly CalendarName[] {
  return calendarsByCountry[country ?? ''] ?? ['gregory'];
}

/** The calendar in which a reader sees dates, unless they chose another. */
export function readingCalendar(language: string): CalendarName {
  return interfaceLanguage(language).calendar;
}

/** Calendars to offer where a date is typed, the likeliest first: the country's papers, then the reader's own. */
export function entryCalendars(reader: { language: string; country?: string }): CalendarName[] {
  return [...new Set([...calendarsOf(reader.country), readingCalendar(reader.language), 'gregory' as const])];
}
