import { asStaff } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, versionConflict } from '#platform/problem.ts';
import { blockHash, blockSource } from '../parse-body.ts';
import { translateGuideInput } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { keepQuotes } from '../keep-quotes.server.ts';
import { lockGuide, requireGuide, sourceText, textsOf } from '../lock-guide.server.ts';
import { sideBySide } from '../stale-blocks.ts';

/**
 * Writes a translation, block by block beside its source, so that later changes of the source show which blocks
 * are behind. It stays a draft until a second reader has checked it.
 * @throws Problem `input.invalid`; on `language` for the source itself, on `blocks` when their number is not the source's;
 * `conflict.version` when the source or the translation was saved in between
 */
export const translateGuide = operationsOn<GuideTables>()({
  name: 'guide.translate',
  input: translateGuideInput,
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, { pageId, version, language, textVersion, title, summary, blocks }, page) {
    const { tx, now } = context;
    const { centre, staffId } = asStaff(context);
    requireGuide(page, version);
    if (language === page.source_language) throw fieldProblem('language', 'not-valid');
    const texts = await textsOf(tx, pageId);
    const before = texts.find((text) => text.language === language);
    if ((before?.version ?? 0) !== textVersion) throw versionConflict();
    const source = blockSource(sourceText(page, texts).body);
    if (blocks.length !== source.length) throw fieldProblem('blocks', 'not-the-same');
    const beside = sideBySide(source.join('\n\n'), before);
    const filled = blocks.map(({ text, upToDate }, at) => {
      const block = source[at] ?? '';
      // What is not translated yet stands in the words of the source, marked: never a blank.
      if (text === '') return { text: block, of: '' };
      return { text, of: upToDate ? blockHash(block) : (beside[at]?.of ?? '') };
    });
    if (filled.some(({ text }) => blockSource(text).length !== 1)) throw fieldProblem('blocks', 'one-block');
    const row = {
      title,
      summary,
      body: filled.map(({ text }) => text).join('\n\n'),
      basis: filled.map(({ of }) => of),
      status: 'draft' as const,
      edited_by: staffId,
      checked_by: null,
      version: textVersion + 1,
      updated_at: now,
    };
    await tx
      .insertInto('guide_text')
      .values({ page_id: pageId, language, centre_id: centre.id, ...row })
      .onConflict((conflict) => conflict.columns(['page_id', 'language']).doUpdateSet(row))
      .execute();
    const bodies = texts.filter((text) => text.language !== language).map((text) => text.body);
    await keepQuotes(tx, page, [...bodies, row.body], true);
    return {
      result: { pageId, language, textVersion: textVersion + 1 },
      audit: { subjectId: pageId, fields: ['translation'] },
    };
  },
});
