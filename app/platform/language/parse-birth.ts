import { type Birth, pad, yearsBetween } from './birth.ts';
import { type DayParts, daysInMonth, fromIsoDay, monthsInYear, toIsoDay } from './calendar.ts';
import { toAsciiDigits } from './digits.ts';
import type { CalendarName } from './interface-languages.ts';
import { addDays } from './local-day.ts';
import { replaceMonthNames } from './month-names.ts';

/** What a form sends: one text, or parts, or an age. Digits of any script. Empty means not given. */
export interface BirthInput {
  calendar: CalendarName;
  text?: string;
  year?: string | number;
  month?: string | number;
  day?: string | number;
  age?: string | number;
}

/** Codes have their texts under `field.` in the common namespace. */
export type BirthProblem =
  | { code: 'required' | 'not-a-date' | 'not-a-year' | 'not-an-age' | 'in-the-future' | 'too-long-ago' }
  | { code: 'wrong-calendar'; suggested: CalendarName };

export type ParsedBirth = { ok: true; birth: Birth } | { ok: false; problem: BirthProblem };

const oldestAge = 120;

/**
 * Reads a date of birth in any of our calendars: a full date, month and year, a year, or an age.
 * Numbers in a row mean day, month, year, or year, month, day when the year comes first.
 * @param today ISO day at the centre
 */
export function parseBirth(input: BirthInput, today: string): ParsedBirth {
  const age = clean(input.age);
  if (age !== '') return fromAge(age, input.calendar, today);
  const text = clean(input.text);
  const parts =
    text === '' ? [clean(input.year), clean(input.month), clean(input.day)] : split(text, input.calendar);
  if (parts === undefined) return refuse('not-a-date');
  const [year = '', month = '', day = ''] = parts;
  if (year === '' && month === '' && day === '') return refuse('required');
  if (!/^\d{4}$/.test(year)) return refuse('not-a-year');
  if (month === '' && day !== '') return refuse('not-a-date');
  if (![month, day].every((part) => /^\d{0,2}$/.test(part))) return refuse('not-a-date');
  const entered = text === '' ? parts.filter((part) => part !== '').join('-') : (input.text ?? '').trim();
  return fromParts(
    input.calendar,
    { year: Number(year), month: Number(month), day: Number(day) },
    entered,
    today,
  );
}

function fromParts(
  calendar: CalendarName,
  { year, month, day }: DayParts,
  text: string,
  today: string,
): ParsedBirth {
  const unlikely = checkYear(calendar, year, today);
  if (unlikely !== undefined) return { ok: false, problem: unlikely };
  const lastMonth = monthsInYear(calendar, year);
  const asEntered = { calendar, text };
  if (month === 0) {
    const earliest = toIsoDay(calendar, { year, month: 1, day: 1 });
    const latest = toIsoDay(calendar, {
      year,
      month: lastMonth,
      day: daysInMonth(calendar, year, lastMonth),
    });
    const middle = toIsoDay(calendar, { year, month: 7, day: 1 });
    if (earliest === undefined || latest === undefined || middle === undefined) return refuse('not-a-date');
    if (earliest > today) return refuse('in-the-future');
    return accept({
      kind: 'year',
      year: yearOf(middle),
      precision: 'year',
      earliest,
      latest: min(latest, today),
      asEntered,
    });
  }
  if (month > lastMonth) return refuse('not-a-date');
  const whole = day === 0;
  const earliest = toIsoDay(calendar, { year, month, day: whole ? 1 : day });
  if (earliest === undefined) return refuse('not-a-date');
  if (earliest > today) return refuse('in-the-future');
  const latest = whole
    ? toIsoDay(calendar, { year, month, day: daysInMonth(calendar, year, month) })
    : earliest;
  return accept({
    kind: 'date',
    isoDate: earliest,
    year: yearOf(earliest),
    precision: whole ? 'month' : 'exact',
    earliest,
    latest: min(latest ?? earliest, today),
    asEntered,
  });
}

function fromAge(text: string, calendar: CalendarName, today: string): ParsedBirth {
  if (!/^\d{1,3}$/.test(text) || Number(text) > oldestAge) return refuse('not-an-age');
  const age = Number(text);
  const latest = yearsBefore(today, age);
  const earliest = addDays(yearsBefore(today, age + 1), 1);
  const middle = new Date((Date.parse(earliest) + Date.parse(latest)) / 2).toISOString();
  return accept({
    kind: 'age',
    year: yearOf(middle),
    precision: 'estimated',
    earliest,
    latest,
    asEntered: { calendar, text },
  });
}

/** The commonest slip is a good year in the wrong calendar: 1990 as Solar Hijri, 1370 as Gregorian. */
function checkYear(calendar: CalendarName, year: number, today: string): BirthProblem | undefined {
  const plausible = (name: CalendarName) => {
    const now = fromIsoDay(today, name).year;
    return year <= now && year >= now - oldestAge;
  };
  if (plausible(calendar)) return undefined;
  const candidates: readonly CalendarName[] = ['gregory', 'persian', 'islamic-umalqura'];
  const suggested = candidates.find((name) => name !== calendar && plausible(name));
  if (suggested !== undefined && !near(calendar, year, today)) return { code: 'wrong-calendar', suggested };
  return { code: year > fromIsoDay(today, calendar).year ? 'in-the-future' : 'too-long-ago' };
}

function near(calendar: CalendarName, year: number, today: string): boolean {
  const now = fromIsoDay(today, calendar).year;
  return year > now ? year - now < 5 : now - oldestAge - year < 30;
}

function split(text: string, calendar: CalendarName): string[] | undefined {
  const numbers = replaceMonthNames(text, calendar)
    .split(/[\s/.,،\-–_]+/)
    .filter((part) => part !== '');
  if (numbers.length > 3 || numbers.some((part) => !/^\d{1,4}$/.test(part))) return undefined;
  if (numbers.length === 1) return numbers;
  return (numbers[0] ?? '').length === 4 ? numbers : numbers.toReversed();
}

function clean(value: string | number | undefined): string {
  return toAsciiDigits(String(value ?? ''))
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();
}

function yearsBefore(day: string, years: number): string {
  const shifted = `${pad(yearOf(day) - years, 4)}${day.slice(4)}`;
  // 29 February exists only in leap years; yearsBetween agrees that the birthday then falls on 1 March.
  return Number.isNaN(Date.parse(shifted)) || yearsBetween(shifted, day) !== years || !isReal(shifted)
    ? `${shifted.slice(0, 5)}02-28`
    : shifted;
}

function isReal(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function yearOf(isoDay: string): number {
  return Number(isoDay.slice(0, 4));
}

function min(a: string, b: string): string {
  return a < b ? a : b;
}

function accept(birth: Birth): ParsedBirth {
  return { ok: true, birth };
}

function refuse(code: Exclude<BirthProblem['code'], 'wrong-calendar'>): ParsedBirth {
  return { ok: false, problem: { code } };
}
