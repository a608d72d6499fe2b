import { calendarEngine, type DayParts, fromIsoDay, toIsoDay } from '#platform/language/calendar.ts';
import { toAsciiDigits } from '#platform/language/digits.ts';
import type { CalendarName } from '#platform/language/interface-languages.ts';
import { replaceMonthNames } from '#platform/language/month-names.ts';
import type { CellValue } from '#platform/tables/table.ts';
import { dateOfSerial } from '#platform/tables/xlsx-dates.ts';
import { cellText } from './plain-text.ts';

export const dayOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DayOrder = (typeof dayOrders)[number];

/** How the days of one column are written. */
export interface DayReading {
  calendar: CalendarName;
  order: DayOrder;
}

/** A day as far as it was written: `month` and `day` are 0 where nobody knew. */
export interface WrittenDay extends DayParts {
  calendar: CalendarName;
  /** Both orders would have given a day: only the column's order decided. */
  ambiguous: boolean;
}

/** Years that each calendar can mean in a register of living people. Solar and lunar years touch around 1412. */
const plausible = (calendar: CalendarName, year: number): boolean => {
  if (calendar === 'persian') return year >= 1270 && year <= 1412;
  if (calendar === 'islamic-umalqura' || calendar === 'islamic-civil') return year >= 1310 && year <= 1460;
  if (calendar === 'ethiopic') return year >= 1880 && year <= 2050;
  return year >= 1880 && year <= 2100;
};

/** The calendar a year can only have been written in, where the column's own does not know such a year. */
export function calendarOfYear(year: number, column: CalendarName): CalendarName {
  if (plausible(column, year)) return column;
  if (plausible('gregory', year)) return 'gregory';
  if (plausible('persian', year)) return 'persian';
  if (plausible('islamic-umalqura', year)) return 'islamic-umalqura';
  return column;
}

const fromIso = (isoDay: string): WrittenDay => ({
  ...fromIsoDay(isoDay, 'gregory'),
  calendar: 'gregory',
  ambiguous: false,
});

/**
 * What is written in a cell about a day: a real date, a spreadsheet's serial number, or text in any digits, order and
 * calendar. Undefined where it is no day.
 */
export function readDayParts(value: CellValue, reading: DayReading, today: string): WrittenDay | undefined {
  if (value !== null && typeof value === 'object') return fromIso(value.date.slice(0, 10));
  const text = toAsciiDigits(cellText(value));
  const digits = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  if (digits !== undefined) return fromNumber(digits, reading);
  const parts = partsOf(text, reading.calendar);
  if (!parts) return undefined;
  const named = /\p{L}/u.test(text);
  return ordered(parts, { ...reading, order: named ? 'dmy' : reading.order }, today, !named);
}

function fromNumber(number: number, reading: DayReading): WrittenDay | undefined {
  const whole = Math.floor(number);
  if (whole >= 10_000 && whole < 80_000) {
    const day = dateOfSerial(whole, false);
    return typeof day === 'object' ? fromIso(day.date.slice(0, 10)) : undefined;
  }
  // 20190503 and 13980213
  if (whole >= 12_700_101 && whole <= 21_001_231 && whole === number) {
    const year = Math.floor(whole / 10_000);
    const calendar = calendarOfYear(year, reading.calendar);
    return real({ year, month: Math.floor(whole / 100) % 100, day: whole % 100 }, calendar, false);
  }
  if (whole >= 1270 && whole <= 2100 && whole === number)
    return {
      year: whole,
      month: 0,
      day: 0,
      calendar: calendarOfYear(whole, reading.calendar),
      ambiguous: false,
    };
  return undefined;
}

/** Two or three numbers; times of day, weekdays and ordinal endings are passed over. */
function partsOf(text: string, calendar: CalendarName): string[] | undefined {
  const withoutTime = text
    .replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?|z)?$/iu, '')
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/giu, '$1')
    .replaceAll(/(\d)\s*(?:ه\s*ش|ه\s*ق|هـ|ق|ش|م|h|ah|ad|sh)\.?$/giu, '$1');
  const calendars: CalendarName[] = [calendar, 'gregory', 'persian', 'islamic-umalqura'];
  for (const each of calendars) {
    const plain = replaceMonthNames(withoutTime, each);
    if (/\p{L}/u.test(plain)) continue;
    const numbers = plain.split(/[\s/.,،\-–_\\]+/u).filter((part) => part !== '');
    if (numbers.length < 2 || numbers.length > 3 || numbers.some((part) => !/^\d{1,4}$/.test(part)))
      return undefined;
    return numbers;
  }
  return undefined;
}

function ordered(
  parts: readonly string[],
  { calendar: column, order }: DayReading,
  today: string,
  swappable: boolean,
): WrittenDay | undefined {
  const [a = '', b = '', c = ''] = parts;
  if (parts.length === 2) {
    const [year, month] = a.length === 4 ? [a, b] : [b, a];
    if (year.length !== 4) return undefined;
    const calendar = calendarOfYear(Number(year), column);
    return Number(month) > 12
      ? undefined
      : { year: Number(year), month: Number(month), day: 0, calendar, ambiguous: false };
  }
  const yearFirst = a.length === 4 || a.length === 3 || (c.length < 3 && order === 'ymd');
  const yearText = yearFirst ? a : c;
  const rest = yearFirst ? ([c, b] as const) : ([a, b] as const);
  const year = wholeYear(yearText, column, today);
  const calendar = calendarOfYear(year, column);
  const [first, second] = [Number(rest[0]), Number(rest[1])];
  const dayFirst = yearFirst || order !== 'mdy';
  const [day, month] = dayFirst ? [first, second] : [second, first];
  // 00 stands for what nobody knew.
  if (day === 0 || month === 0)
    return { year, month, day: month === 0 ? 0 : day, calendar, ambiguous: false };
  const either = !yearFirst && swappable && first <= 12 && second <= 12 && first !== second;
  const meant = real({ year, month, day }, calendar, either);
  if (meant || yearFirst || !swappable) return meant;
  return real({ year, month: day, day: month }, calendar, false);
}

function real(parts: DayParts, calendar: CalendarName, ambiguous: boolean): WrittenDay | undefined {
  if (parts.month < 1 || parts.month > 13 || parts.day < 1 || parts.day > 31) return undefined;
  return toIsoDay(calendar, parts) === undefined ? undefined : { ...parts, calendar, ambiguous };
}

/** A year of two digits is the last such year that has come: 68 is 1968 or 1368, 19 is 2019. */
function wholeYear(text: string, calendar: CalendarName, today: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  const now = fromIsoDay(today, calendarEngine(calendar) ? calendar : 'gregory').year;
  const century = Math.floor(now / 100) * 100;
  return century + year <= now ? century + year : century - 100 + year;
}

/** The Gregorian ISO day; undefined where month or day are not known or there is no such day. */
export const isoOfWritten = (day: WrittenDay): string | undefined =>
  day.month === 0 || day.day === 0 ? undefined : toIsoDay(day.calendar, day);
