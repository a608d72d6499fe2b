import { type RawBuilder, sql } from 'kysely';
import type { Days } from './period.ts';

/** One number of the counting functions; `code` tells the group where the measure has groups. */
export interface MeasureRow {
  measure: 'contacts' | 'channel' | 'topic' | 'language' | 'people' | 'first_time' | 'arrivals';
  code: string;
  n: number;
  /** People counted by heads, where the measure has them. */
  heads: number | null;
}

export interface TodayRow {
  measure: 'follow_up' | 'desk';
  code: string;
  n: number;
  heads: number | null;
}

/**
 * Counts of a span of days in the session's centre, restricted people included: the function sees all rows and
 * returns numbers only. @param own only what the session's member of staff did
 */
export const countPeriod = (days: Days, own: boolean, detail: boolean): RawBuilder<MeasureRow> =>
  sql<MeasureRow>`select measure, code, n, heads from figures_of_period(${days.firstDay}::date, ${days.nextDay}::date, ${own}, ${detail})`;

export const countToday = (today: string, own: boolean): RawBuilder<TodayRow> =>
  sql<TodayRow>`select measure, code, n, heads from figures_of_today(${today}::date, ${own})`;
