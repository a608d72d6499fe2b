import type { CentreTables } from '#modules/centres/index.server.ts';
import type { ProtectedTable } from '#platform/disclosure/released-table.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { protectPeriod } from '../protect-period.server.ts';
import { releaseScopeSchema } from '../release.schemas.ts';
import type { ReleaseTables } from '../release.tables.server.ts';

/**
 * Exactly what would leave, and what would stay. Why a single number stays is told to those who may see the counts: to
 * know which hidden number is the small one is to know more of it.
 * @throws Problem `input.invalid` on `day` or `site`
 */
export const prepareRelease = queriesOn<ReleaseTables & CentreTables>()({
  name: 'release.prepare',
  params: releaseScopeSchema,
  subject: 'release',
  audit: 'none',
  async run({ house, actor, tx, today }, params) {
    const { scope, calendar, threshold, protection, hash, changes } = await protectPeriod(
      { tx, actor, today },
      params,
    );
    const seesWhy = house.policy.mayEver(actor, 'release.publish');
    return {
      answer: {
        scope,
        calendar,
        threshold,
        seesWhy,
        hash,
        refused: protection.refused,
        tables: seesWhy ? protection.tables : protection.tables.map(withoutReasons),
        changes,
      },
    };
  },
});

const withoutReasons = ({ cells, ...table }: ProtectedTable): ProtectedTable => ({
  ...table,
  cells: cells.map(({ key, n }) => ({ key, n })),
});
