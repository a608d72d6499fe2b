import type { AnyTables } from '#platform/database/databases.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { readerScope } from '../reader-scope.server.ts';
import { totalsOf } from '../statistics.ts';
import { statisticsParams } from '../statistics.schemas.ts';
import { countDays } from '../statistics.tables.server.ts';

/**
 * The numbers that a period is compared with: those of the period before or a year ago, of a running one of as many days
 * as have passed. Readers with a threshold get whole periods only.
 */
export const compareStatistics = queriesOn<AnyTables>()({
  name: 'statistics.compare',
  params: statisticsParams,
  subject: 'statistics',
  audit: 'none',
  async run({ house, actor, tx, today }, params) {
    const scope = readerScope(house.policy, actor, params, today, 'statistics.compare');
    const withheld = scope.threshold !== undefined && scope.running;
    const rows = withheld ? [] : (await countDays(scope.compared, scope.place, false).execute(tx)).rows;
    return {
      answer: {
        days: scope.compared,
        totals: withheld ? undefined : totalsOf(rows, scope.threshold),
      },
      relations: scope.place.own ? ['own'] : [],
    };
  },
});
