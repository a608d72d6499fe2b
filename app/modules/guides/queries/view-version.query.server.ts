import { z } from 'zod';
import type { FactTables } from '#modules/facts/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { blockQuotes } from '../block-quotes.ts';
import { guideLanguageSchema } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { parseBody } from '../parse-body.ts';
import { isWhole, staleBlocks } from '../stale-blocks.ts';
import { factsOfPage } from '../working-facts.server.ts';

/**
 * A page as readers of a language had it under a version: that text, or the last one before it, and the source where
 * there was none yet; facts as they stood when that version went out, or at the end of another day.
 */
export const viewVersion = queriesOn<GuideTables & FactTables>()({
  name: 'guide.view-version',
  params: z.object({
    pageId: z.uuid(),
    version: z.coerce.number().int().min(1).max(2_147_483_647),
    language: guideLanguageSchema.optional(),
    /** The day on which somebody was shown it. */
    on: z.iso.date().optional(),
  }),
  subject: 'guide',
  audit: 'none',
  async run({ tx, actor, today }, { pageId, version, language, on }) {
    const page = await tx
      .selectFrom('guide_page')
      .select(['id', 'slug', 'centre_id', 'source_language', 'published_version'])
      .where('id', '=', pageId)
      .where('centre_id', '=', actor.centre?.id ?? '')
      .executeTakeFirst();
    if (!page) return undefined;
    const wanted = language ?? page.source_language;
    const texts = await tx
      .selectFrom('guide_version')
      .distinctOn('language')
      .selectAll()
      .where('page_id', '=', pageId)
      .where('version', '<=', version)
      .where('language', 'in', [wanted, page.source_language])
      .orderBy('language')
      .orderBy('version', 'desc')
      .execute();
    const source = texts.find((text) => text.language === page.source_language);
    const text = texts.find((each) => each.language === wanted) ?? source;
    const isThere = await tx
      .selectFrom('guide_version')
      .select('published_at')
      .where('page_id', '=', pageId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (!text || !source || !isThere) return undefined;
    const blocks = parseBody(text.body);
    const isSource = text.language === page.source_language;
    return {
      answer: {
        page,
        text,
        language: wanted,
        blocks,
        staleBlocks: isSource ? [] : staleBlocks(text.basis, source.body),
        isWhole: isSource || isWhole(text.basis, source.body),
        publishedAt: isThere.published_at,
        facts: await factsOfPage(tx, {
          centreId: page.centre_id,
          codes: blockQuotes(blocks).facts,
          language: wanted,
          today,
          at: on ? new Date(`${on}T23:59:59Z`) : isThere.published_at,
        }),
      },
    };
  },
});
