import { addDays } from '#platform/language/local-day.ts';
import type { CalendarName } from '#platform/language/interface-languages.ts';
import { type ReleaseKind, releaseKinds } from './release.ts';

/** A whole period that is over: `first` belongs to it, `next` no longer does. */
export interface ClosedPeriod {
  kind: ReleaseKind;
  calendar: CalendarName;
  first: string;
  next: string;
}

/** Which days hold a period of a kind: given by the module that counts. */
export type FindPeriod = (
  kind: ReleaseKind,
  day: string,
  calendar: CalendarName,
) => { firstDay: string; nextDay: string };

/** How far back the list goes; older ones are released by their address. */
const offered: Record<ReleaseKind, number> = { month: 18, quarter: 8, year: 4 };

/** What can be chosen on a day, newest first: nothing that still runs. */
export function closedPeriods(
  today: string,
  calendars: readonly CalendarName[],
  find: FindPeriod,
): ClosedPeriod[] {
  return calendars.flatMap((calendar) =>
    releaseKinds.flatMap((kind) => {
      const periods: ClosedPeriod[] = [];
      let day = addDays(find(kind, today, calendar).firstDay, -1);
      while (periods.length < offered[kind]) {
        const { firstDay, nextDay } = find(kind, day, calendar);
        periods.push({ kind, calendar, first: firstDay, next: nextDay });
        day = addDays(firstDay, -1);
      }
      return periods;
    }),
  );
}

/** As it stands in an address. */
export const periodValue = ({ kind, calendar, first }: ClosedPeriod): string =>
  `${kind}/${calendar}/${first}`;
