import type { CalendarName } from '#platform/language/interface-languages.ts';
import { addDays } from '#platform/language/local-day.ts';
import { type Days, lengthOf, periodOf, type Week } from './period.ts';
import type { CountRow } from './statistics.tables.server.ts';

/** Contacts along the time: one point for each day, week or month that has begun. */
export interface Series {
  by: 'day' | 'week' | 'month';
  points: (Days & { n: number })[];
}

/**
 * Days up to two months, weeks up to half a year, then months of the calendar; the first and the last may be cut by the
 * period. Days without contacts are zero, days to come are not there. Undefined for a single day.
 */
export function seriesOf(
  rows: readonly CountRow[],
  period: Days & { calendar: CalendarName },
  today: string,
  week: Week,
): Series | undefined {
  const length = lengthOf(period);
  if (length < 2) return undefined;
  const by = length <= 62 ? 'day' : length <= 190 ? 'week' : 'month';
  const counts = new Map(
    rows
      .filter((row) => row.measure === 'contacts' && row.dimension === 'day')
      .map(({ a, n }) => [a ?? '', n] as const),
  );
  const tomorrow = addDays(today, 1);
  const end = period.nextDay < tomorrow ? period.nextDay : tomorrow;
  const points: Series['points'] = [];
  for (let firstDay = period.firstDay; firstDay < end; ) {
    const whole = periodOf(by, firstDay, period.calendar, week);
    const nextDay = whole.nextDay < end ? whole.nextDay : end;
    let n = 0;
    for (let day = firstDay; day < nextDay; day = addDays(day, 1)) n += counts.get(day) ?? 0;
    points.push({ firstDay, nextDay, n });
    firstDay = nextDay;
  }
  return { by, points };
}
