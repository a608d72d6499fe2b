import type { Birth } from '#platform/language/birth.ts';
import { fromIsoDay } from '#platform/language/calendar.ts';
import { toAsciiDigits } from '#platform/language/digits.ts';

/** A birth as it was typed, in the fields of its form: the calendar is the one the person knows. */
export function entryParts(birth: Birth): {
  calendar: string;
  day?: string;
  month?: string;
  year?: string;
  age?: string;
} {
  const { calendar, text } = birth.asEntered;
  if (birth.kind === 'age') return { calendar, age: toAsciiDigits(text) };
  if (birth.kind === 'year')
    return { calendar, year: toAsciiDigits(text).match(/\d{4}/)?.[0] ?? String(birth.year) };
  const parts = fromIsoDay(birth.isoDate ?? birth.earliest, calendar);
  return {
    calendar,
    year: String(parts.year),
    month: String(parts.month),
    ...(birth.precision === 'exact' && { day: String(parts.day) }),
  };
}
