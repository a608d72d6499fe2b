import { settingOf } from '#modules/centres/index.server.ts';
import type { Actor } from '#platform/actor.ts';
import { type CalendarName, calendars } from '#platform/language/interface-languages.ts';
import type { Policy } from '#platform/policy/policy.ts';
import { fieldProblem } from '#platform/problem.ts';
import type { FiguresParams } from './figures.schemas.ts';
import { findMonth, monthOf, type MonthOfFigures, monthOfFigures } from './period.ts';

/** How much of the figures this reader gets. */
export interface ReaderScope {
  /** Only the actor's own work. */
  own: boolean;
  /** Smaller numbers are not shown; undefined for those who may see every number. */
  threshold: number | undefined;
  month: MonthOfFigures;
  /** May the month be broken down by channel, topic and language? */
  detail: boolean;
}

/**
 * Coordinators see all, counsellors their own work. Who works with figures alone sees no small number, breakdowns only of
 * months that have ended, and only in the centre's own calendar: otherwise yesterday's table subtracted from today's, or a
 * month in one calendar from a month in another, would leave a single person.
 * @throws Problem `input.invalid` on `month` when there is no such month, or it lies ahead
 */
export function readerScope(policy: Policy, actor: Actor, params: FiguresParams, today: string): ReaderScope {
  const wide = policy.decide(actor, 'figures.view', ['centre']) !== undefined;
  const guarded = wide && !actor.roles.includes('coordinator');
  const centreCalendar = calendars.find((name) => name === actor.centre?.calendar) ?? 'gregory';
  const calendar: CalendarName = guarded ? centreCalendar : (params.calendar ?? centreCalendar);
  const chosen =
    params.month === undefined ? monthOf(calendar, today) : findMonth(calendar, params.month, today);
  if (!chosen) throw fieldProblem('month', 'choose-one');
  const month = monthOfFigures(chosen, today);
  return {
    own: !wide,
    threshold: guarded ? settingOf(actor.centre?.settings, 'figures.small-cell') : undefined,
    month,
    detail: !guarded || !month.running,
  };
}
