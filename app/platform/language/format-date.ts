import { readingCalendar } from './calendar.ts';
import { type CalendarName, type Digits, interfaceLanguage } from './interface-languages.ts';

/** Whoever looks at the screen. Everything but the language is optional. */
export interface Reader {
  language: string;
  /** ISO 3166 country of the centre: Amman and Khartoum name the months differently. */
  country?: string;
  calendar?: CalendarName;
  digits?: Digits;
  /** IANA zone, needed for instants. Default UTC. */
  timeZone?: string;
}

export type DateStyle = 'long' | 'short' | 'numeric';

const dateParts: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
};
const timeParts: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/** A calendar day (ISO, without time), the same wherever it is read. */
export function formatDay(isoDay: string, reader: Reader, style: DateStyle = 'long'): string {
  return format(noon(isoDay), { ...reader, timeZone: 'UTC' }, dateParts[style]);
}

/** A moment as date and time in the reader's time zone. */
export function formatMoment(instant: Date, reader: Reader, style: DateStyle = 'long'): string {
  return format(instant, reader, { ...dateParts[style], ...timeParts });
}

export function formatTime(instant: Date, reader: Reader): string {
  return format(instant, reader, timeParts);
}

/** The month in the reader's calendar that holds this ISO day. */
export function formatMonth(isoDay: string, reader: Reader): string {
  const day = { ...reader, timeZone: 'UTC' };
  const month = format(noon(isoDay), day, { month: 'long' });
  // The data for Dari and Pashto put the year first here, which nobody writes.
  return /^(fa|ps)/.test(reader.language)
    ? `${month} ${format(noon(isoDay), day, { year: 'numeric' })}`
    : format(noon(isoDay), day, { month: 'long', year: 'numeric' });
}

export function formatWeekday(isoDay: string, reader: Reader, style: 'long' | 'short' = 'long'): string {
  return format(noon(isoDay), { ...reader, timeZone: 'UTC' }, { weekday: style });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(instant: Date, reader: Reader, options: Intl.DateTimeFormatOptions): string {
  const { language, calendar = readingCalendar(language), timeZone = 'UTC' } = reader;
  const digits = reader.digits ?? interfaceLanguage(language).digits;
  const locale = localeOf(reader);
  const id = JSON.stringify([locale, calendar, timeZone, digits, options]);
  let formatter = formats.get(id);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, { ...options, calendar, timeZone, numberingSystem: digits });
    formats.set(id, formatter);
  }
  // ICU adds an era ("AP", "AM") to every calendar but the Gregorian; beside a time it reads as a.m.
  const parts = formatter.formatToParts(instant);
  return parts
    .filter((part, at) => part.type !== 'era' && !isGapBeforeEra(parts, at))
    .map((part) => part.value)
    .join('')
    .trim();
}

function isGapBeforeEra(parts: readonly Intl.DateTimeFormatPart[], at: number): boolean {
  return parts[at]?.type === 'literal' && parts[at]?.value.trim() === '' && parts[at + 1]?.type === 'era';
}

const arabicWithOwnMonths = new Set(['JO', 'LB', 'SY', 'IQ', 'PS', 'DZ', 'TN', 'MA', 'MR']);

function localeOf({ language, country }: Reader): string {
  if (language === 'en') return 'en-GB';
  if (language === 'ar' && country !== undefined && arabicWithOwnMonths.has(country)) return `ar-${country}`;
  return language;
}

function noon(isoDay: string): Date {
  return new Date(`${isoDay}T12:00:00Z`);
}
