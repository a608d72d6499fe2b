import { parseDateTime, toZoned } from '@internationalized/date';

/** The instant at which clocks in a time zone show `HH:MM` on a day; in a gap of summer time, the moment after it. */
export function zonedTime(day: string, time: string, timeZone: string): Date {
  return toZoned(parseDateTime(`${day}T${time}`), timeZone, 'later').toDate();
}
