import type { AnyTables } from '#platform/database/databases.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { totalsOf } from '../figures.ts';
import { figuresParams } from '../figures.schemas.ts';
import { countPeriod } from '../figures.tables.server.ts';
import { readerScope } from '../reader-scope.server.ts';

/**
 * The numbers that a month is compared with: the month before, or as many of its days as have passed of the running one.
 * Readers with a threshold get whole months only.
 */
export const compareFigures = queriesOn<AnyTables>()({
  name: 'figures.compare',
  params: figuresParams,
  subject: 'figures',
  audit: 'none',
  async run({ house, actor, tx, today }, params) {
    const { own, threshold, month } = readerScope(house.policy, actor, params, today);
    const withheld = threshold !== undefined && month.running;
    const rows = withheld ? [] : (await countPeriod(month.compared, own, false).execute(tx)).rows;
    return {
      answer: { days: month.compared, totals: withheld ? undefined : totalsOf(rows, threshold) },
      relations: own ? ['own'] : [],
    };
  },
});
