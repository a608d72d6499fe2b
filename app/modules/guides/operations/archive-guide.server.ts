import { asStaff, nextRevision } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { archiveGuideInput } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { lockGuide, requireGuide } from '../lock-guide.server.ts';

/**
 * Takes a page away from the readers. Its versions stay: advice rests on them.
 * @throws Problem `guide.quoted` with the pages that link to it, as `pages`; `conflict.version`, `guide.archived`
 */
export const archiveGuide = operationsOn<GuideTables>()({
  name: 'guide.archive',
  input: archiveGuideInput,
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, { pageId, version, reason }, page) {
    const { tx, now } = context;
    const { centre, staffId } = asStaff(context);
    requireGuide(page, version);
    const quoting = await tx
      .selectFrom('guide_quote')
      .innerJoin('guide_page', 'guide_page.id', 'guide_quote.page_id')
      .select('guide_page.slug')
      .distinct()
      .where('guide_quote.kind', '=', 'page')
      .where('guide_quote.target', '=', page.slug)
      .where('guide_page.id', '!=', pageId)
      .where('guide_page.archived_at', 'is', null)
      .orderBy('guide_page.slug')
      .execute();
    if (quoting.length > 0)
      throw new Problem('guide.quoted', 409, {
        params: { pages: quoting.map(({ slug }) => slug).join(', ') },
      });
    await tx
      .updateTable('guide_page')
      .set({
        archived_at: now,
        archived_by: staffId,
        return_note: reason,
        version: version + 1,
        updated_at: now,
        revision: await nextRevision(context, centre.id),
      })
      .where('id', '=', pageId)
      .execute();
    return { result: { pageId, version: version + 1 }, audit: { subjectId: pageId, fields: ['archived'] } };
  },
});
