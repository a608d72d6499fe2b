import { asStaff, nextRevision } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem, versionConflict } from '#platform/problem.ts';
import { reopenGuideInput } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { lockGuide } from '../lock-guide.server.ts';

/**
 * Brings an archived page back as a draft; readers see it again when it is published anew.
 * @throws Problem `guide.not-archived`, `conflict.version`
 */
export const reopenGuide = operationsOn<GuideTables>()({
  name: 'guide.reopen',
  input: reopenGuideInput,
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, { pageId, version }, page) {
    const { tx, now } = context;
    const { centre, staffId } = asStaff(context);
    if (!page.archived_at) throw new Problem('guide.not-archived', 409);
    if (page.version !== version) throw versionConflict();
    await tx
      .updateTable('guide_page')
      .set({
        archived_at: null,
        archived_by: null,
        return_note: null,
        state: 'draft',
        edited_by: staffId,
        published_version: null,
        version: version + 1,
        updated_at: now,
        revision: await nextRevision(context, centre.id),
      })
      .where('id', '=', pageId)
      .execute();
    return { result: { pageId, version: version + 1 }, audit: { subjectId: pageId, fields: ['state'] } };
  },
});
