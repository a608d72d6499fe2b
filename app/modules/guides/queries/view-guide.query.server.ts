import { z } from 'zod';
import type { FactTables } from '#modules/facts/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { blockQuotes } from '../block-quotes.ts';
import { guideLanguageSchema } from '../guide.schemas.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { parseBody } from '../parse-body.ts';
import { factsOfPage } from '../working-facts.server.ts';

/** A page as an editor sees it: the working copy in each language, what was published, and what hangs on it. */
export const viewGuide = queriesOn<GuideTables & FactTables>()({
  name: 'guide.view',
  params: z.object({
    pageId: z.uuid(),
    /** In which the facts are told; the source's unless said. */
    language: guideLanguageSchema.optional(),
  }),
  subject: 'guide',
  audit: 'none',
  async run({ tx, actor, today }, { pageId, language }) {
    const page = await tx
      .selectFrom('guide_page')
      .selectAll()
      .where('id', '=', pageId)
      .where('centre_id', '=', actor.centre?.id ?? '')
      .executeTakeFirst();
    if (!page) return undefined;
    const texts = await tx
      .selectFrom('guide_text')
      .selectAll()
      .where('page_id', '=', pageId)
      .orderBy('language')
      .execute();
    const source = texts.find((text) => text.language === page.source_language);
    if (!source) return undefined;
    const versions = await tx
      .selectFrom('guide_version')
      .select([
        'version',
        'language',
        'title',
        'is_checked',
        'substance',
        'change_note',
        'published_by',
        'published_at',
      ])
      .where('page_id', '=', pageId)
      .orderBy('version', 'desc')
      .orderBy('language')
      .execute();
    const live = await tx
      .selectFrom('guide_version')
      .distinctOn('language')
      .select(['language', 'version', 'title', 'summary', 'body', 'is_checked'])
      .where('page_id', '=', pageId)
      .orderBy('language')
      .orderBy('version', 'desc')
      .execute();
    const quotes = blockQuotes(parseBody(source.body));
    const linksTo =
      quotes.pages.length === 0
        ? []
        : await tx
            .selectFrom('guide_page')
            .select(['id', 'slug', 'published_version', 'archived_at'])
            .where('centre_id', '=', page.centre_id)
            .where('slug', 'in', quotes.pages)
            .execute();
    const linkedFrom = await tx
      .selectFrom('guide_quote')
      .innerJoin('guide_page', 'guide_page.id', 'guide_quote.page_id')
      .innerJoin('guide_text', (join) =>
        join
          .onRef('guide_text.page_id', '=', 'guide_page.id')
          .onRef('guide_text.language', '=', 'guide_page.source_language'),
      )
      .select(['guide_page.id', 'guide_page.slug', 'guide_text.title'])
      .distinct()
      .where('guide_quote.kind', '=', 'page')
      .where('guide_quote.target', '=', page.slug)
      .where('guide_quote.centre_id', '=', page.centre_id)
      .where('guide_page.archived_at', 'is', null)
      .orderBy('guide_page.slug')
      .execute();
    const audio = await tx.selectFrom('guide_audio').selectAll().where('page_id', '=', pageId).execute();
    const tasks = await tx
      .selectFrom('content_task')
      .selectAll()
      .where('page_id', '=', pageId)
      .where('closed_at', 'is', null)
      .orderBy('due_on')
      .execute();
    return {
      answer: {
        page,
        isOverdue: page.published_version !== null && page.review_due !== null && page.review_due < today,
        source,
        texts,
        versions,
        live,
        linkedFrom,
        linksTo,
        audio,
        tasks,
        quotes,
        /** What it quotes in any language of the working copy, by code; what is missing does not exist. */
        facts: await factsOfPage(tx, {
          centreId: page.centre_id,
          codes: [...new Set(texts.flatMap(({ body }) => blockQuotes(parseBody(body)).facts))],
          language: language ?? page.source_language,
          today,
        }),
      },
    };
  },
});
