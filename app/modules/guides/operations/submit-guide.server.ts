import { asStaff, type FactTables } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { submitGuideInput } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { neutralityQuestions } from '../guide-rules.ts';
import { lockGuide, requireGuide, sourceText, textsOf } from '../lock-guide.server.ts';
import { requireSoundQuotes } from '../require-facts.server.ts';

/**
 * The author has read the page once more against the neutrality questions and hands it to the legal check.
 * @throws Problem `input.invalid` on `neutrality` while one is not answered with yes; `guide.not-written` of an outline
 * that nobody has filled; `guide.unknown-facts`,
 * `guide.facts-without-source`, `guide.unknown-pages`; `guide.wrong-state`, `conflict.version`
 */
export const submitGuide = operationsOn<GuideTables>()({
  name: 'guide.submit',
  input: submitGuideInput,
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, { pageId, version, neutrality }, page) {
    const { tx, now } = context;
    const { staffId } = asStaff(context);
    requireGuide(page, version, ['draft']);
    if (neutralityQuestions.some((question) => !neutrality.includes(question)))
      throw fieldProblem('neutrality', 'all-of-them');
    const source = sourceText(page, await textsOf(tx, pageId));
    if (source.summary.trim() === '' || source.body.trim() === '')
      throw new Problem('guide.not-written', 409);
    await requireSoundQuotes(context.on<GuideTables & FactTables>(), [source.body]);
    await tx
      .updateTable('guide_page')
      .set({
        state: 'legal_check',
        neutrality,
        submitted_by: staffId,
        return_note: null,
        version: version + 1,
        updated_at: now,
      })
      .where('id', '=', pageId)
      .execute();
    return { result: { pageId, version: version + 1 }, audit: { subjectId: pageId, fields: ['state'] } };
  },
});
