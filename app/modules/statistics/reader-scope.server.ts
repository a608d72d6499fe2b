import { settingOf, weekStartOf } from '#modules/centres/index.server.ts';
import type { Actor } from '#platform/actor.ts';
import { type CalendarName, calendars } from '#platform/language/interface-languages.ts';
import { addDays } from '#platform/language/local-day.ts';
import type { Policy } from '#platform/policy/policy.ts';
import { fieldProblem } from '#platform/problem.ts';
import {
  type Days,
  isRunning,
  ownPeriod,
  type Period,
  periodBefore,
  periodOf,
  periodYearAgo,
  sameStretch,
  type Week,
} from './period.ts';
import type { StatisticsParams } from './statistics.schemas.ts';

/** How much of the statistics this reader gets, and of when. */
export interface ReaderScope {
  place: { site: string | null; own: boolean };
  /** May choose between the centre's work and their own. */
  mayChooseWhose: boolean;
  /** Reads the records behind the numbers anyway. */
  seesRecords: boolean;
  /** Sees what each colleague did. */
  seesLoad: boolean;
  /** Smaller numbers are not shown; undefined for those who may see every number. */
  threshold: number | undefined;
  period: Period;
  week: Week;
  running: boolean;
  compared: Days;
  /** May the period be divided at all? */
  detail: boolean;
}

/**
 * Who reads the records sees every number of them; others see their own work. No role is given these numbers without the
 * records today: releases are for them. Should one be, it is guarded here too: it sees no small
 * one, of whole months of the centre's own calendar and all its sites, divided only when they have ended: otherwise
 * yesterday's table subtracted from today's, a quarter less two months, or a month in one calendar less one in another
 * would leave a single person.
 * @throws Problem `input.invalid` on `day`, `from` or `to`: a period that is none, or lies ahead
 */
export function readerScope(
  policy: Policy,
  actor: Actor,
  params: StatisticsParams,
  today: string,
  action: string,
): ReaderScope {
  const wide = policy.decide(actor, action, ['centre']) !== undefined;
  const readsAll = policy.decide(actor, 'contact.list', ['centre']) !== undefined;
  const guarded = wide && !readsAll;
  const coordinates = (actor.roles as readonly string[]).includes('coordinator');
  const whose = guarded ? 'all' : (params.whose ?? (coordinates ? 'all' : 'mine'));
  const own = whose === 'mine';
  const week = { weekStart: weekStartOf(actor.centre?.country) };
  const centreCalendar = calendars.find((name) => name === actor.centre?.calendar) ?? 'gregory';
  const period = choosePeriod(
    guarded ? { ...params, kind: 'month', calendar: centreCalendar } : params,
    params.calendar && !guarded ? params.calendar : centreCalendar,
    today,
    week,
  );
  const other =
    params.compare === 'year' && !guarded ? periodYearAgo(period, week) : periodBefore(period, week);
  const running = isRunning(period, today);
  return {
    place: { site: guarded ? null : (params.site ?? null), own },
    mayChooseWhose: wide && readsAll,
    seesRecords: policy.decide(actor, 'contact.list', own ? ['own', 'centre'] : ['centre']) !== undefined,
    seesLoad: coordinates && !own,
    threshold: guarded ? settingOf(actor.centre?.settings, 'figures.small-cell') : undefined,
    period,
    week,
    running,
    compared: sameStretch(period, other, today),
    detail: !guarded || !running,
  };
}

/** Further back an address is a mistake. */
const longestReach = 120 * 366;

function choosePeriod(params: StatisticsParams, calendar: CalendarName, today: string, week: Week): Period {
  const oldest = addDays(today, -longestReach);
  if (params.kind !== 'own') {
    const period = periodOf(params.kind, params.day ?? today, calendar, week);
    // A running period may be named by a day of it that is still to come.
    if (period.firstDay > today) throw fieldProblem('day', 'in-the-future');
    if (period.firstDay < oldest) throw fieldProblem('day', 'too-long-ago');
    return period;
  }
  if (!params.from) throw fieldProblem('from', 'required');
  const period = ownPeriod(params.from, params.to ?? today, calendar);
  if (!period) throw fieldProblem('to', 'not-valid');
  if (period.firstDay > today) throw fieldProblem('from', 'in-the-future');
  if (period.firstDay < oldest) throw fieldProblem('from', 'too-long-ago');
  return period;
}
