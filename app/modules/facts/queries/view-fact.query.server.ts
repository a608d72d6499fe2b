import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { GuideTables } from '#modules/guides/guide.tables.server.ts';
import { editorsOfCentre } from '../editors.server.ts';
import type { FactTables } from '../fact.tables.server.ts';

/** One fact with its translations, conflicts, earlier versions and the pages that quote it. */
export const viewFact = queriesOn<FactTables & GuideTables>()({
  name: 'fact.view',
  params: z.object({ factId: z.uuid() }),
  subject: 'fact',
  audit: 'none',
  async run(context, { factId }) {
    const { tx, actor, today } = context;
    const fact = await tx
      .selectFrom('fact')
      .selectAll()
      .where('id', '=', factId)
      // The reader login sees every centre's facts: they are public. Here only one's own are kept.
      .where('centre_id', '=', actor.centre?.id ?? '')
      .executeTakeFirst();
    if (!fact) return undefined;
    const [texts, versions, conflicts, pages] = [
      await tx
        .selectFrom('fact_text')
        .selectAll()
        .where('fact_id', '=', factId)
        .orderBy('language')
        .execute(),
      await tx
        .selectFrom('fact_version')
        .selectAll()
        .where('fact_id', '=', factId)
        .orderBy('version', 'desc')
        .execute(),
      await tx
        .selectFrom('fact_conflict')
        .innerJoin('fact', (join) =>
          join.on(({ or, and, eb, ref }) =>
            or([
              and([
                eb('fact_conflict.fact_id', '=', factId),
                eb('fact.id', '=', ref('fact_conflict.other_id')),
              ]),
              and([
                eb('fact_conflict.other_id', '=', factId),
                eb('fact.id', '=', ref('fact_conflict.fact_id')),
              ]),
            ]),
          ),
        )
        .select(['fact.id', 'fact.code', 'fact.statement', 'fact_conflict.note'])
        .execute(),
      await tx
        .selectFrom('guide_quote')
        .innerJoin('guide_page', 'guide_page.id', 'guide_quote.page_id')
        .innerJoin('guide_text', (join) =>
          join
            .onRef('guide_text.page_id', '=', 'guide_page.id')
            .onRef('guide_text.language', '=', 'guide_page.source_language'),
        )
        .select(['guide_page.id', 'guide_page.slug', 'guide_text.title', 'guide_page.published_version'])
        .distinct()
        .where('guide_quote.kind', '=', 'fact')
        .where('guide_quote.target', '=', fact.code)
        .where('guide_quote.centre_id', '=', fact.centre_id)
        .orderBy('guide_page.slug')
        .execute(),
    ];
    return {
      answer: {
        fact,
        isOverdue: fact.review_due !== null && fact.review_due < today,
        texts,
        versions,
        conflicts,
        pages,
        /** Could anybody but this reader confirm it? */
        hasOthers: (await editorsOfCentre(context)).some((id) => id !== actor.staffId),
      },
    };
  },
});
