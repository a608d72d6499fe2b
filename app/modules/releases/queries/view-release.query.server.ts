import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { releaseIdParams } from '../release.schemas.ts';
import {
  purposePlace,
  type ReleasePurpose,
  type ReleaseTables,
  withdrawalPlace,
} from '../release.tables.server.ts';

/** One release as others have it. */
export const viewRelease = queriesOn<ReleaseTables>()({
  name: 'release.view',
  params: releaseIdParams,
  subject: 'release',
  audit: 'none',
  async run(context, { releaseId }) {
    const { tx, house } = context;
    const row = await tx.selectFrom('release').selectAll().where('id', '=', releaseId).executeTakeFirst();
    if (!row) return undefined;
    const tables = await tx
      .selectFrom('released_table')
      .where('release_id', '=', releaseId)
      .orderBy('position')
      .select(['code', 'unit', 'dimensions', 'cells'])
      .execute();
    const names = await namesOfStaff(context, [row.made_by, ...(row.withdrawn_by ? [row.withdrawn_by] : [])]);
    return {
      answer: {
        id: row.id,
        kind: row.kind,
        calendar: row.calendar,
        siteId: row.site_id,
        firstDay: row.first_day,
        nextDay: row.next_day,
        audience: row.audience,
        threshold: row.threshold,
        hash: row.hash,
        madeBy: names.get(row.made_by) ?? '',
        madeAt: row.made_at,
        ...house.vault.unsealForHouse<ReleasePurpose>(purposePlace(row.id), row.sealed_purpose),
        withdrawn:
          row.withdrawn_at && row.sealed_withdrawal
            ? {
                at: row.withdrawn_at,
                by: names.get(row.withdrawn_by ?? '') ?? '',
                why: house.vault.unsealForHouse<{ reason: string }>(
                  withdrawalPlace(row.id),
                  row.sealed_withdrawal,
                ).reason,
              }
            : undefined,
        tables,
      },
    };
  },
});
