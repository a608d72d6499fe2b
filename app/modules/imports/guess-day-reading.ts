import { toAsciiDigits } from '#platform/language/digits.ts';
import type { CalendarName } from '#platform/language/interface-languages.ts';
import type { CellValue } from '#platform/tables/table.ts';
import { cellText } from './plain-text.ts';
import { type DayReading, readDayParts } from './read-day-parts.ts';

export interface GuessedReading extends DayReading {
  /** Days that could be read in either order: the file itself did not say which. */
  undecided: number;
}

/**
 * How the days of a column are written, from the values themselves: a number above 12 tells where the day stands, a
 * year tells the calendar. Where nothing tells, the day comes first.
 */
export function guessDayReading(values: readonly CellValue[], today: string): GuessedReading {
  let dayFirst = 0;
  let monthFirst = 0;
  let yearFirst = 0;
  const calendars = new Map<CalendarName, number>();
  for (const value of values) {
    const read = readDayParts(value, { calendar: 'gregory', order: 'dmy' }, today);
    if (read) calendars.set(read.calendar, (calendars.get(read.calendar) ?? 0) + 1);
    if (typeof value !== 'string') continue;
    const [, a = '', b = '', c = ''] =
      toAsciiDigits(cellText(value)).match(/^(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})\b/) ?? [];
    if (a.length === 4) yearFirst += 1;
    else if (c !== '' && Number(a) > 12 && Number(b) <= 12) dayFirst += 1;
    else if (c !== '' && Number(b) > 12 && Number(a) <= 12) monthFirst += 1;
  }
  const [calendar] = [...calendars].sort((one, other) => other[1] - one[1])[0] ?? ['gregory' as const];
  const order =
    monthFirst > dayFirst ? 'mdy' : dayFirst === 0 && yearFirst > 0 && monthFirst === 0 ? 'ymd' : 'dmy';
  const decided = dayFirst + monthFirst > 0 && (dayFirst === 0 || monthFirst === 0);
  const undecided = decided
    ? 0
    : values.filter((value) => readDayParts(value, { calendar, order }, today)?.ambiguous).length;
  return { calendar, order, undecided };
}
