import { toAsciiDigits } from '#platform/language/digits.ts';
import type { BirthInput } from '#platform/language/parse-birth.ts';
import type { CellValue } from '#platform/tables/table.ts';
import { cellText } from './plain-text.ts';
import { type DayReading, readDayParts } from './read-day-parts.ts';

const aboutWords =
  /^(?:about|approx(?:imately)?|around|circa|c|ca|est(?:imated)?|env(?:iron)?|~|≈|±|حدود|تقریبا|تقريبا|حوالي|نحو|تقریباً|تقريبًا|আনুমানিক|প্রায়)[\s.:]*/iu;
const yearsWords =
  /\s*(?:years?(?:\s+old)?|yrs?|y\/?o|ans?|سال(?:ه)?|ساله|سنة|سنوات|عام(?:ا)?|عاما|বছর)\.?$/iu;
const oldest = 110;

/** An age as people write it: `40`, `about 40`, `۴۰ ساله`. Undefined where it is none. */
export function readAgeCell(value: CellValue): number | undefined {
  const text = toAsciiDigits(cellText(value))
    .replace(aboutWords, '')
    .replace(yearsWords, '')
    .replace(/\.0+$/, '');
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const age = Number(text);
  return age <= oldest ? age : undefined;
}

/**
 * What a column of births holds: a day, a month, a year of some calendar, or an age. What cannot be read comes back
 * undefined. @param passed whole years since the age was written down
 */
export function readBirthCell(
  value: CellValue,
  reading: DayReading,
  today: string,
  passed = 0,
): BirthInput | undefined {
  const age = readAgeCell(value);
  if (age !== undefined) return { calendar: 'gregory', age: age + passed };
  const plain = typeof value === 'string' ? cellText(value).replace(aboutWords, '') : value;
  const day = readDayParts(plain, reading, today);
  if (!day) return undefined;
  return {
    calendar: day.calendar,
    year: day.year,
    ...(day.month > 0 && { month: day.month }),
    ...(day.month > 0 && day.day > 0 && { day: day.day }),
  };
}
