import { asStaff } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { approveGuideInput } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { lockGuide, requireGuide } from '../lock-guide.server.ts';
import { requireSecondPerson } from '../require-second-person.server.ts';

/**
 * The legal check: somebody else has read the page against its sources.
 * @throws Problem `guide.second-person`, `guide.wrong-state`, `conflict.version`
 */
export const approveGuide = operationsOn<GuideTables>()({
  name: 'guide.approve',
  input: approveGuideInput,
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, { pageId, version }, page) {
    const { tx, now } = context;
    const { staffId } = asStaff(context);
    requireGuide(page, version, ['legal_check']);
    const { alone } = await requireSecondPerson(context, 'approve', page);
    await tx
      .updateTable('guide_page')
      .set({
        state: 'ready',
        approved_by: staffId,
        approved_at: now,
        version: version + 1,
        updated_at: now,
      })
      .where('id', '=', pageId)
      .execute();
    return {
      result: { pageId, version: version + 1, alone },
      audit: { subjectId: pageId, fields: ['state', ...(alone ? ['alone'] : [])] },
    };
  },
});
