import { settingOf } from '#modules/centres/index.server.ts';
import { asStaff, nextRevision } from '#modules/facts/index.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { reviewGuideInput } from '../guide.schemas.ts';
import { reviewSettingOf } from '../guide-rules.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { lockGuide, requireGuide } from '../lock-guide.server.ts';

/**
 * Read again from top to bottom, and still right: the day of the check moves, and the next reading falls due.
 * @throws Problem `guide.not-published`, `conflict.version`, `guide.archived`
 */
export const reviewGuide = operationsOn<GuideTables>()({
  name: 'guide.review',
  input: reviewGuideInput,
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, { pageId, version }, page) {
    const { tx, now, today } = context;
    const { centre } = asStaff(context);
    requireGuide(page, version);
    if (page.published_version === null) throw new Problem('guide.not-published', 409);
    const reviewDue = addDays(today, settingOf(centre.settings, reviewSettingOf(page.type)));
    await tx
      .updateTable('guide_page')
      .set({
        verified_on: today,
        review_due: reviewDue,
        version: version + 1,
        updated_at: now,
        revision: await nextRevision(context, centre.id),
      })
      .where('id', '=', pageId)
      .execute();
    return {
      result: { pageId, version: version + 1, reviewDue },
      audit: { subjectId: pageId, fields: ['review'] },
    };
  },
});
