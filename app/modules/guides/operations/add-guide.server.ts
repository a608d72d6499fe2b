import { randomUUID } from 'node:crypto';
import { asStaff, nextRevision } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { addGuideInput } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { keepQuotes } from '../keep-quotes.server.ts';
import { aboutColumns } from '../lock-guide.server.ts';

/**
 * Begins a page, as a draft that only staff see.
 * @throws Problem `input.invalid`; on `slug` when the centre has such a page already
 */
export const addGuide = operationsOn<GuideTables>()({
  name: 'guide.add',
  input: addGuideInput,
  subject: 'guide',
  async run(context, { slug, language, title, summary, body, ...about }) {
    const { tx, now } = context;
    const { centre, staffId } = asStaff(context);
    const taken = await tx.selectFrom('guide_page').select('id').where('slug', '=', slug).executeTakeFirst();
    if (taken) throw fieldProblem('slug', 'already-used');
    const page = { id: randomUUID(), centre_id: centre.id };
    await tx
      .insertInto('guide_page')
      .values({
        ...page,
        slug,
        ...aboutColumns(about),
        source_language: language,
        edited_by: staffId,
        hands: [staffId],
        created_at: now,
        updated_at: now,
        revision: await nextRevision(context, centre.id),
      })
      .execute();
    await tx
      .insertInto('guide_text')
      .values({
        page_id: page.id,
        language,
        centre_id: centre.id,
        title,
        summary,
        body,
        status: 'checked',
        edited_by: staffId,
        updated_at: now,
      })
      .execute();
    await keepQuotes(tx, page, [body], true);
    return { result: { pageId: page.id, version: 1 }, audit: { subjectId: page.id, fields: ['page'] } };
  },
});
