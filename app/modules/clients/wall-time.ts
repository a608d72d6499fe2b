import { localDay } from '#platform/language/local-day.ts';
import type { WallTime } from './safe-contact.ts';

/** A moment as the clock on the centre's wall shows it. */
export function wallTime(instant: Date, timeZone: string): WallTime {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
  return { day: localDay(instant, timeZone), time };
}
