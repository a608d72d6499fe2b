import type { AnyTables } from '#platform/database/databases.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { breakdownOf, todayOf, totalsOf } from '../figures.ts';
import { figuresParams } from '../figures.schemas.ts';
import { countPeriod, countToday } from '../figures.tables.server.ts';
import { readerScope } from '../reader-scope.server.ts';

/**
 * Today and one month in numbers. Counts of everybody, restricted people included; no person can be read from it.
 * The month before is a question of its own (`figures.compare`), so that a page can ask both at once.
 */
export const viewFigures = queriesOn<AnyTables>()({
  name: 'figures.view',
  params: figuresParams,
  subject: 'figures',
  audit: 'none',
  async run({ house, actor, tx, today }, params) {
    const { own, threshold, month, detail } = readerScope(house.policy, actor, params, today);
    const day = (await countPeriod({ firstDay: today, nextDay: addDays(today, 1) }, own, false).execute(tx))
      .rows;
    const now = (await countToday(today, own).execute(tx)).rows;
    const rows = (await countPeriod(month, own, detail).execute(tx)).rows;
    return {
      answer: {
        own,
        threshold,
        today,
        month,
        day: { ...totalsOf(day, threshold), ...todayOf(now, threshold) },
        totals: totalsOf(rows, threshold),
        /** Undefined while the month runs, for readers who may not see it grow person by person. */
        breakdown: detail ? breakdownOf(rows, threshold) : undefined,
      },
      relations: own ? ['own'] : [],
    };
  },
});
