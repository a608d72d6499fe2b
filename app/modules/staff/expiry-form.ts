import { fromIsoDay, toIsoDay } from '#platform/language/calendar.ts';
import { type CalendarName, calendars } from '#platform/language/interface-languages.ts';
import { parseWholeNumber } from '#platform/language/numbers.ts';
import { fieldProblem } from '#platform/problem.ts';

/** A day as a date field sends it. */
export interface DayTyped {
  day?: string;
  month?: string;
  year?: string;
  calendar?: string;
}

/**
 * The ISO day of a date field, undefined when nothing was typed.
 * @throws `field.not-a-date` on `name` for a day that the calendar does not have
 */
export function dayOfForm(typed: unknown, name: string, usual: CalendarName): string | undefined {
  if (typeof typed !== 'object' || typed === null) return undefined;
  const { day, month, year, calendar } = typed as DayTyped;
  if (!day && !month && !year) return undefined;
  const [d, m, y] = [day, month, year].map((part) =>
    typeof part === 'string' ? parseWholeNumber(part) : undefined,
  );
  const named = calendars.find((each) => each === calendar) ?? usual;
  if (d === undefined || m === undefined || y === undefined || m < 1 || d < 1 || y < 1 || y > 9999)
    throw notADate(name);
  const iso = toIsoDay(named, { day: d, month: m, year: y });
  if (iso === undefined) throw notADate(name);
  return iso;
}

const notADate = (name: string) => fieldProblem(name, 'not-a-date', { example: '31 12 2027' });

/** A saved day as the date field shows it. */
export function dayForForm(iso: string | null, calendar: CalendarName): DayTyped | undefined {
  if (iso === null) return undefined;
  const { day, month, year } = fromIsoDay(iso, calendar);
  return { day: String(day), month: String(month), year: String(year), calendar };
}
