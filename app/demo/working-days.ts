import { parseDate, toCalendar } from '@internationalized/date';
import { calendarEngine } from '#platform/language/calendar.ts';
import { addDays } from '#platform/language/local-day.ts';

export interface WorkingDay {
  /** ISO day. */
  day: string;
  /** How busy it is, compared with the others. */
  weight: number;
}

const weekly = [0, 1.25, 1.1, 1, 1.05, 0.65, 0.3];
const holidays = new Set(['02-05', '03-23', '05-01', '08-14', '12-25']);

/**
 * The days of a centre's life with their rhythm: no Sundays, busy Mondays, short Fridays and Saturdays, hardly anybody
 * on public holidays and around the two feasts, fewer in Ramadan, and more and more people as the centre gets known.
 * @param firstDay belongs to it @param nextDay does not
 */
export function workingDays(firstDay: string, nextDay: string): WorkingDay[] {
  const days: WorkingDay[] = [];
  const length = Math.max(1, daysBetween(firstDay, nextDay));
  for (let at = 0; at < length; at += 1) {
    const day = addDays(firstDay, at);
    const growth = 0.55 + 0.9 * (at / length);
    const weight = (weekly[parseDate(day).toDate('UTC').getUTCDay()] ?? 0) * growth * seasonOf(day);
    if (weight > 0) days.push({ day, weight });
  }
  return days;
}

/** Spreads `count` things over the days by their weights, in order; the same days give the same answer. */
export function spreadOver(days: readonly WorkingDay[], count: number): string[] {
  const total = days.reduce((sum, { weight }) => sum + weight, 0);
  const spread: string[] = [];
  let passed = 0;
  for (const { day, weight } of days) {
    passed += weight;
    const until = Math.round((passed / total) * count);
    while (spread.length < until) spread.push(day);
  }
  return spread;
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Islamic months by Umm al-Qura, near enough for how full a waiting room is. */
function seasonOf(day: string): number {
  if (holidays.has(day.slice(5))) return 0.05;
  const islamic = toCalendar(parseDate(day), calendarEngine('islamic-umalqura'));
  if (islamic.month === 10 && islamic.day <= 4) return 0.03;
  if (islamic.month === 12 && islamic.day >= 9 && islamic.day <= 12) return 0.03;
  if (islamic.month === 1 && (islamic.day === 9 || islamic.day === 10)) return 0.1;
  return islamic.month === 9 ? 0.7 : 1;
}
