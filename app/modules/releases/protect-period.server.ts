import type { Transaction } from 'kysely';
import { settingOf, weekStartOf } from '#modules/centres/index.server.ts';
import type { CentreTables } from '#modules/centres/index.server.ts';
import { countTables, periodOf } from '#modules/statistics/index.server.ts';
import type { Actor } from '#platform/actor.ts';
import type { CountScope } from '#platform/disclosure/count-table.ts';
import { type Protection, protectTables } from '#platform/disclosure/protect-tables.server.ts';
import { asReleased, type ReleasedTable, type Thresholds } from '#platform/disclosure/released-table.ts';
import { type CalendarName, calendars } from '#platform/language/interface-languages.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import { hashOfTables } from './hash-of-tables.server.ts';
import { type ChangedNumber, changesBetween, hasEnded } from './release.ts';
import type { ReleaseScope } from './release.schemas.ts';
import type { ReleaseTables } from './release.tables.server.ts';
import { readReleaseLog } from './release-log.server.ts';

export interface ProtectedPeriod {
  scope: CountScope;
  calendar: CalendarName;
  threshold: number;
  protection: Protection;
  /** The tables as they would leave. */
  leaving: ReleasedTable[];
  hash: string;
  /** Against the last release of the same period to the same audience; undefined where there is none. */
  changes: ChangedNumber[] | undefined;
}

interface PeriodContext {
  tx: Transaction<ReleaseTables & CentreTables>;
  actor: Actor;
  today: string;
}

/**
 * Counts a period, reads what left before, and protects the one against the other.
 * @throws Problem `input.invalid` on `day` (not over yet), on `site` (none of the centre's)
 */
export async function protectPeriod(
  { tx, actor, today }: PeriodContext,
  asked: ReleaseScope,
): Promise<ProtectedPeriod> {
  const { centre } = actor;
  if (!centre) throw forbidden();
  const calendar = asked.calendar ?? calendars.find((name) => name === centre.calendar) ?? 'gregory';
  const { firstDay, nextDay } = periodOf(asked.kind, asked.day, calendar, {
    weekStart: weekStartOf(centre.country),
  });
  if (!hasEnded(nextDay, today)) throw fieldProblem('day', 'not-over-yet');
  if (asked.site !== undefined) {
    const site = await tx.selectFrom('site').where('id', '=', asked.site).select('id').executeTakeFirst();
    if (!site) throw fieldProblem('site', 'choose-one');
  }
  const scope: CountScope = {
    centreId: centre.id,
    siteId: asked.site ?? null,
    first: firstDay,
    next: nextDay,
  };
  const thresholds = thresholdsOf(centre.settings);
  const counts = await countTables({ tx: tx as unknown as Transaction<unknown>, actor }, scope);
  const earlier = await readReleaseLog(tx, centre.id);
  const rule = { scope, audience: asked.audience, thresholds };
  const protection = await protectTables(counts, rule, earlier);
  const leaving = asReleased(protection.tables, rule);
  const before = lastOfSame(earlier, scope, asked.audience);
  return {
    scope,
    calendar,
    threshold: thresholds[asked.audience],
    protection,
    leaving,
    hash: hashOfTables(leaving, { scope, audience: asked.audience, threshold: thresholds[asked.audience] }),
    changes: before.length > 0 ? changesBetween(before, leaving) : undefined,
  };
}

/** The public never gets what partners do not: its threshold is the larger of the two. */
function thresholdsOf(settings: Record<string, unknown>): Thresholds {
  const internal = settingOf(settings, 'figures.small-cell');
  return { internal, public: Math.max(internal, settingOf(settings, 'figures.publish-small-cell')) };
}

/** The newest table of each code. */
function lastOfSame(earlier: readonly ReleasedTable[], scope: CountScope, audience: string): ReleasedTable[] {
  const same = earlier.filter(
    (table) =>
      table.audience === audience &&
      table.scope.siteId === scope.siteId &&
      table.scope.first === scope.first &&
      table.scope.next === scope.next,
  );
  return [...new Map(same.map((table) => [table.code, table])).values()];
}
