import { z } from 'zod';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { purposePlace, type ReleasePurpose, type ReleaseTables } from '../release.tables.server.ts';

/** The log, newest first: which numbers left, when, by whom and to whom. */
export const listReleases = queriesOn<ReleaseTables>()({
  name: 'release.list',
  params: z.object({}),
  subject: 'release',
  audit: 'none',
  async run(context) {
    const rows = await context.tx
      .selectFrom('release')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(200)
      .execute();
    const names = await namesOfStaff(
      context,
      rows.map((row) => row.made_by),
    );
    return {
      answer: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        calendar: row.calendar,
        siteId: row.site_id,
        firstDay: row.first_day,
        nextDay: row.next_day,
        audience: row.audience,
        threshold: row.threshold,
        recipient: context.house.vault.unsealForHouse<ReleasePurpose>(
          purposePlace(row.id),
          row.sealed_purpose,
        ).recipient,
        madeBy: names.get(row.made_by) ?? '',
        madeAt: row.made_at,
        withdrawn: row.withdrawn_at !== null,
      })),
    };
  },
});
