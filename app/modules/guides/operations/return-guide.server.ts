import { operationsOn } from '#platform/operations/operation.server.ts';
import { returnGuideInput } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { lockGuide, requireGuide } from '../lock-guide.server.ts';

/** Back to the author, with what is to be mended. @throws Problem `guide.wrong-state`, `conflict.version` */
export const returnGuide = operationsOn<GuideTables>()({
  name: 'guide.return',
  input: returnGuideInput,
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run({ tx, now }, { pageId, version, note }, page) {
    requireGuide(page, version, ['legal_check', 'ready']);
    await tx
      .updateTable('guide_page')
      .set({
        state: 'draft',
        return_note: note,
        approved_by: null,
        approved_at: null,
        version: version + 1,
        updated_at: now,
      })
      .where('id', '=', pageId)
      .execute();
    return { result: { pageId, version: version + 1 }, audit: { subjectId: pageId, fields: ['state'] } };
  },
});
