import { asStaff } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { editGuideInput } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { keepQuotes } from '../keep-quotes.server.ts';
import { aboutColumns, lockGuide, requireGuide, textsOf } from '../lock-guide.server.ts';

/**
 * Changes the working copy in the source language. What readers see stays as it is until the next is published; the
 * page goes back to the beginning of its way there.
 * @throws Problem `conflict.version` when a colleague saved in between (show the difference), `guide.archived`
 */
export const editGuide = operationsOn<GuideTables>()({
  name: 'guide.edit',
  input: editGuideInput,
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, { pageId, version, title, summary, body, ...about }, page) {
    const { tx, now } = context;
    const { staffId } = asStaff(context);
    requireGuide(page, version);
    await tx
      .updateTable('guide_page')
      .set({
        ...aboutColumns(about),
        state: 'draft',
        neutrality: [],
        edited_by: staffId,
        hands: [...new Set([...page.hands, staffId])],
        submitted_by: null,
        approved_by: null,
        approved_at: null,
        // What an outline asks stays beside the editor until the page is out.
        ...(page.origin === 'outline' && { origin: 'own' as const }),
        version: version + 1,
        updated_at: now,
      })
      .where('id', '=', pageId)
      .execute();
    await tx
      .updateTable('guide_text')
      .set(({ eb }) => ({
        title,
        summary,
        body,
        edited_by: staffId,
        version: eb('version', '+', 1),
        updated_at: now,
      }))
      .where('page_id', '=', pageId)
      .where('language', '=', page.source_language)
      .execute();
    const texts = await textsOf(tx, pageId);
    await keepQuotes(
      tx,
      page,
      texts.map((text) => text.body),
      true,
    );
    return { result: { pageId, version: version + 1 }, audit: { subjectId: pageId, fields: ['page'] } };
  },
});
