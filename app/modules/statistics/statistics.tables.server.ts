import { type RawBuilder, sql } from 'kysely';
import type { Days } from './period.ts';
import type { Dimension } from './tables.ts';

export type Measure = 'contacts' | 'people' | 'heads' | 'visits' | 'online' | 'load' | 'load_people';

/**
 * One number of the counting functions (migration 0085 says what each counts). `dimension` is empty for the total of a
 * measure; `sexAge` has two codes.
 */
export interface CountRow {
  measure: Measure;
  dimension: Dimension | 'day' | 'sexAge' | '';
  a: string | null;
  b: string | null;
  n: number;
  /** The part that is told apart: unnamed contacts, first-time people, groups, tickets, minutes. */
  part: number | null;
}

export interface TodayRow {
  measure: 'follow_up' | 'desk';
  code: string;
  n: number;
  part: number | null;
}

/**
 * Counts of a span of days in the session's centre, restricted people included: the function sees all rows and returns
 * numbers only. @param own only what the session's member of staff did. @param detail by dimension too
 */
export const countDays = (
  { firstDay, nextDay }: Days,
  place: { site: string | null; own: boolean },
  detail: boolean,
): RawBuilder<CountRow> =>
  sql<CountRow>`select measure, dimension, a, b, n, part
    from statistics_of_centre(${place.site}::uuid, ${place.own}, ${firstDay}::date, ${nextDay}::date, ${detail})`;

export const countToday = (
  today: string,
  { site, own }: { site: string | null; own: boolean },
): RawBuilder<TodayRow> =>
  sql<TodayRow>`select measure, code, n, part from statistics_of_today(${site}::uuid, ${today}::date, ${own})`;
