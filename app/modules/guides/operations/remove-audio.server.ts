import { z } from 'zod';
import { asStaff, nextRevision } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { notFound } from '#platform/problem.ts';
import { guideLanguageSchema } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { lockGuide } from '../lock-guide.server.ts';

/**
 * Takes a recording away; readers lose it with the next request. Its file and key have no row then, and the nightly
 * sweeps destroy them. @throws Problem `not-found` where there is none
 */
export const removeAudio = operationsOn<GuideTables>()({
  name: 'guide.remove-audio',
  input: z.object({ pageId: z.uuid(), language: guideLanguageSchema }),
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, { pageId, language }) {
    const { tx } = context;
    const { centre } = asStaff(context);
    const removed = await tx
      .deleteFrom('guide_audio')
      .where('page_id', '=', pageId)
      .where('language', '=', language)
      .returning('file_id')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await tx
      .updateTable('guide_page')
      .set({ revision: await nextRevision(context, centre.id) })
      .where('id', '=', pageId)
      .execute();
    return {
      result: { pageId, language },
      audit: { subjectId: pageId, itemIds: [removed.file_id], fields: ['audio'] },
    };
  },
});
