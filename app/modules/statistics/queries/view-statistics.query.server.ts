import type { AnyTables } from '#platform/database/databases.server.ts';
import { type CentreTables, textIn } from '#modules/centres/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn, type QueryContext } from '#platform/operations/query.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { periodBefore } from '../period.ts';
import { readerScope } from '../reader-scope.server.ts';
import { seriesOf } from '../series.ts';
import { protectNumber } from '../small-cells.ts';
import { dimensionTable, loadOf, sexAgeTable, shownDimensions, todayOf, totalsOf } from '../statistics.ts';
import { statisticsParams } from '../statistics.schemas.ts';
import { countDays, countToday, type CountRow } from '../statistics.tables.server.ts';

/**
 * A period in numbers: of everybody, restricted people included; no person can be read from it. What it is compared with
 * is a question of its own (`statistics.compare`), so that a page can ask both at once.
 */
export const viewStatistics = queriesOn<AnyTables>()({
  name: 'statistics.view',
  params: statisticsParams,
  subject: 'statistics',
  audit: 'none',
  async run(context, params) {
    const { house, actor, tx, today } = context;
    const scope = readerScope(house.policy, actor, params, today, 'statistics.view');
    const { place, threshold, period, running, detail } = scope;
    const { rows } = await countDays(period, place, detail).execute(tx);
    const day = { firstDay: today, nextDay: addDays(today, 1) };
    const todays = running && {
      ...totalsOf((await countDays(day, place, false).execute(tx)).rows, threshold),
      ...todayOf((await countToday(today, place).execute(tx)).rows, threshold),
    };
    const sites = await sitesOf(context);
    return {
      answer: {
        own: place.own,
        site: place.site,
        sites,
        threshold,
        today,
        period,
        running,
        /** A day of the period before, and of the one after where that has begun; own dates have no neighbours. */
        previous: period.kind === 'own' ? undefined : periodBefore(period, scope.week).firstDay,
        next: period.kind === 'own' || period.nextDay > today ? undefined : period.nextDay,
        mayChooseWhose: scope.mayChooseWhose,
        mayChooseKind: threshold === undefined,
        seesRecords: scope.seesRecords,
        /** Undefined unless today is in the period. */
        day: todays || undefined,
        totals: totalsOf(rows, threshold),
        /** Different people with a contact online (I-03); undefined for readers with a threshold, who see one channel only once. */
        online: threshold === undefined ? onlineOf(rows) : undefined,
        /** Undefined while the period runs, for readers who may not see it grow person by person. */
        tables: detail
          ? shownDimensions.map((dimension) => dimensionTable(rows, dimension, threshold))
          : undefined,
        /** The others are for readers without a threshold: their cells are too small to be protected one by one. */
        sexAge: threshold === undefined ? sexAgeTable(rows) : undefined,
        series: threshold === undefined ? seriesOf(rows, period, today, scope.week) : undefined,
        load: scope.seesLoad ? await namedLoad(context, rows) : undefined,
      },
      relations: place.own ? ['own'] : [],
    };
  },
});

function onlineOf(rows: readonly CountRow[]) {
  const online = rows.find(({ measure }) => measure === 'online');
  return {
    people: protectNumber(online?.n ?? 0, undefined),
    anonymous: protectNumber(online?.part ?? 0, undefined),
  };
}

async function namedLoad(context: QueryContext<AnyTables>, rows: readonly CountRow[]) {
  const load = loadOf(rows);
  const names = await namesOfStaff(
    context,
    load.map(({ staffId }) => staffId),
  );
  return load.map((row) => ({ ...row, name: names.get(row.staffId) ?? '' }));
}

/** The centre's sites, closed ones too: their work is counted. */
async function sitesOf({ actor, on }: QueryContext<AnyTables>): Promise<{ id: string; name: string }[]> {
  const sites = await on<CentreTables>()
    .selectFrom('site')
    .select(['id', 'name'])
    .where('centre_id', '=', actor.centre?.id ?? '')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const { language = 'en', centre } = actor;
  return sites.map(({ id, name }) => ({ id, name: textIn(name, language, centre?.languages) }));
}
