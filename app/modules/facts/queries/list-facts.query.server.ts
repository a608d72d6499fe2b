import { z } from 'zod';
import { isCountry } from '#platform/code-lists/countries.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { GuideTables } from '#modules/guides/guide.tables.server.ts';
import { factCodeSchema } from '../fact.schemas.ts';
import type { FactRow, FactTables } from '../fact.tables.server.ts';

/** Which facts: all in use, those nobody has confirmed, those past their day, those confirmed by who wrote them because nobody else was there, those in conflict, those retired. */
export const factShows = [
  'all',
  'unconfirmed',
  'overdue',
  'alone',
  'conflict',
  'no-source',
  'retired',
] as const;

export const listFactsParams = z.object({
  show: z.enum(factShows).default('all'),
  text: lineSchema(100).optional(),
  country: z.string().refine(isCountry, 'field.choose-one').optional(),
  /** The last row of the page before. */
  after: factCodeSchema.optional(),
});

export interface ListedFact
  extends Pick<
    FactRow,
    | 'id'
    | 'code'
    | 'kind'
    | 'statement'
    | 'value'
    | 'value_to'
    | 'unit'
    | 'text'
    | 'corridor_from'
    | 'corridor_to'
    | 'country'
    | 'confidence'
    | 'source_title'
    | 'source_date'
    | 'checked_on'
    | 'review_due'
    | 'version'
  > {
  isOverdue: boolean;
  hasConflict: boolean;
  /** Pages that quote it, published or in work. */
  quotedBy: number;
}

const pageSize = 50;

/** The centre's facts, by code, with how many of each kind need a look. No fact is about a person. */
export const listFacts = queriesOn<FactTables & GuideTables>()({
  name: 'fact.list',
  params: listFactsParams,
  subject: 'fact',
  audit: 'none',
  async run({ tx, actor, today }, { show, text, country, after }) {
    const centreId = actor.centre?.id ?? '';
    const inUse = tx.selectFrom('fact').where('fact.centre_id', '=', centreId);
    let query = inUse
      .selectAll('fact')
      .select(({ selectFrom, exists }) => [
        exists(
          selectFrom('fact_conflict')
            .select('fact_id')
            .where((each) =>
              each.or([
                each('fact_conflict.fact_id', '=', each.ref('fact.id')),
                each('fact_conflict.other_id', '=', each.ref('fact.id')),
              ]),
            ),
        ).as('has_conflict'),
        selectFrom('guide_quote')
          .select(({ fn }) => fn.count<number>('guide_quote.page_id').distinct().as('pages'))
          .where('guide_quote.kind', '=', 'fact')
          .whereRef('guide_quote.target', '=', 'fact.code')
          .whereRef('guide_quote.centre_id', '=', 'fact.centre_id')
          .as('quoted_by'),
      ])
      .where('retired_at', show === 'retired' ? 'is not' : 'is', null)
      .orderBy('code')
      .limit(pageSize + 1);
    if (after) query = query.where('code', '>', after);
    if (country)
      query = query.where(({ or, eb }) =>
        or([eb('country', '=', country), eb('corridor_from', '=', country), eb('corridor_to', '=', country)]),
      );
    if (text) {
      const like = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      query = query.where(({ or, eb, fn }) =>
        or([eb('code', 'like', like), eb(fn<string>('lower', ['statement']), 'like', like)]),
      );
    }
    if (show === 'unconfirmed') query = query.where('checked_on', 'is', null);
    if (show === 'alone') query = query.where('checked_by', '=', (eb) => eb.ref('changed_by'));
    if (show === 'overdue') query = query.where('review_due', '<', today);
    if (show === 'no-source')
      query = query.where(({ or, eb }) =>
        or([eb('source_title', 'is', null), eb('source_date', 'is', null)]),
      );
    if (show === 'conflict')
      query = query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('fact_conflict')
            .select('fact_id')
            .where((each) =>
              each.or([
                each('fact_conflict.fact_id', '=', each.ref('fact.id')),
                each('fact_conflict.other_id', '=', each.ref('fact.id')),
              ]),
            ),
        ),
      );
    const rows = await query.execute();
    const counts = await inUse
      .where('retired_at', 'is', null)
      .select(({ fn, eb }) => [
        fn.countAll<number>().as('all'),
        fn.countAll<number>().filterWhere('checked_on', 'is', null).as('unconfirmed'),
        fn
          .countAll<number>()
          .filterWhere(eb('review_due', '<', today))
          .as('overdue'),
      ])
      .executeTakeFirstOrThrow();
    const page = rows.slice(0, pageSize);
    return {
      answer: {
        facts: page.map(
          ({ has_conflict, quoted_by, ...row }): ListedFact => ({
            ...row,
            isOverdue: row.review_due !== null && row.review_due < today,
            hasConflict: Boolean(has_conflict),
            quotedBy: quoted_by ?? 0,
          }),
        ),
        counts,
        next: rows.length > pageSize ? page.at(-1)?.code : undefined,
      },
    };
  },
});
