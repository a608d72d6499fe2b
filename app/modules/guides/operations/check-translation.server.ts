import { asStaff } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, notFound, Problem, versionConflict } from '#platform/problem.ts';
import { checkTranslationInput } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { lockGuide, requireGuide, sourceText, textsOf } from '../lock-guide.server.ts';
import { isWhole, staleBlocks } from '../stale-blocks.ts';

/**
 * A second reader of the language says that the translation says what the source says. Its "draft" mark goes with
 * the next publication.
 * @throws Problem `guide.second-person` for who wrote it, `guide.translation-behind` while blocks are older than their source,
 * `conflict.version`
 */
export const checkTranslation = operationsOn<GuideTables>()({
  name: 'guide.check-translation',
  input: checkTranslationInput,
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, { pageId, version, language, textVersion }, page) {
    const { tx, now } = context;
    const { staffId } = asStaff(context);
    requireGuide(page, version);
    if (language === page.source_language) throw fieldProblem('language', 'not-valid');
    const texts = await textsOf(tx, pageId);
    const text = texts.find((each) => each.language === language);
    if (!text) throw notFound();
    if (text.version !== textVersion) throw versionConflict();
    if (text.edited_by === staffId) throw new Problem('guide.second-person', 409);
    const source = sourceText(page, texts).body;
    if (!isWhole(text.basis, source) || staleBlocks(text.basis, source).length > 0)
      throw new Problem('guide.translation-behind', 409);
    await tx
      .updateTable('guide_text')
      .set({ status: 'checked', checked_by: staffId, version: textVersion + 1, updated_at: now })
      .where('page_id', '=', pageId)
      .where('language', '=', language)
      .execute();
    return {
      result: { pageId, language, textVersion: textVersion + 1 },
      audit: { subjectId: pageId, fields: ['translation-check'] },
    };
  },
});
