import { toAsciiDigits } from '#platform/language/digits.ts';
import type { OpeningHours } from './centre.tables.server.ts';

/** 0 Sunday … 6 Saturday. */
export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
export type Weekday = (typeof weekdays)[number];

/** The days of a week that begins on `start`. */
export const weekFrom = (start: number): Weekday[] =>
  weekdays.map((_, offset) => ((start + offset) % 7) as Weekday);

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** `9:30`, `0930`, `9.30` and digits of any script become `09:30`; anything else is undefined. */
export function readTime(typed: string): string | undefined {
  const plain = toAsciiDigits(typed.trim());
  const parts = /^(\d{1,2})(?:[:.٫](\d{2}))?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain);
  if (!parts) return undefined;
  const time = `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`;
  return clock.test(time) ? time : undefined;
}

/** The first opening that ends before it begins, or that lies inside another of the same day. */
export function findHoursFault(
  hours: readonly OpeningHours[],
): { at: number; code: 'time-order' | 'times-overlap' } | undefined {
  for (const [at, opening] of hours.entries()) {
    if (opening.to <= opening.from) return { at, code: 'time-order' };
    const clash = hours.findIndex(
      (other, place) =>
        place < at && other.day === opening.day && other.from < opening.to && opening.from < other.to,
    );
    if (clash >= 0) return { at, code: 'times-overlap' };
  }
  return undefined;
}

/** By day of the week that begins on `start`, then by time. */
export function sortHours(hours: readonly OpeningHours[], start = 0): OpeningHours[] {
  const place = (day: number) => (day - start + 7) % 7;
  return hours.toSorted((a, b) => place(a.day) - place(b.day) || a.from.localeCompare(b.from));
}
