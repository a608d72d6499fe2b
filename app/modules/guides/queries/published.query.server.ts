import { z } from 'zod';
import type { CentreTables } from '#modules/centres/index.server.ts';
import type { FactTables } from '#modules/facts/index.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { GuideTables } from '../guide.tables.server.ts';

type Tables = GuideTables & FactTables & CentreTables;

/** The centre whose site this is: the first that is open. */
const openCentre = (tx: import('kysely').Transaction<Tables>) =>
  tx
    .selectFrom('centre')
    .leftJoin('content_revision', 'content_revision.centre_id', 'centre.id')
    .select(['centre.id', 'country', 'time_zone', 'languages', 'default_language', 'updated_at', 'revision'])
    .where('status', '=', 'open')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();

/**
 * A short name for everything the public site is made from: content, the centre's own particulars and its day.
 * Two equal names mean equal pages. Empty while no centre is open.
 */
export const siteRevision = queriesOn<Tables>()({
  name: 'guide.revision',
  params: z.object({}),
  subject: 'guide',
  audit: 'none',
  async run({ tx, now }) {
    const centre = await openCentre(tx);
    if (!centre) return { answer: '' };
    const sites = await tx
      .selectFrom('site')
      .select(({ fn }) => [fn.max('updated_at').as('changed'), fn.countAll<number>().as('count')])
      .where('centre_id', '=', centre.id)
      .executeTakeFirst();
    const changed = Math.max(centre.updated_at.getTime(), sites?.changed?.getTime() ?? 0);
    const parts = [centre.id.slice(0, 8), centre.revision ?? 0, changed, sites?.count ?? 0];
    return { answer: `${parts.join('.')}.${localDay(now, centre.time_zone)}` };
  },
});

/** The published rows that are newer than a revision: pages, texts, facts. Columns that everyone may see, no others. */
export const publishedRows = queriesOn<Tables>()({
  name: 'guide.published',
  params: z.object({ centreId: z.uuid().optional(), after: z.number().int().min(0) }),
  subject: 'guide',
  audit: 'none',
  async run({ tx, now }, params) {
    const centre = await openCentre(tx);
    if (!centre) return undefined;
    // Another centre than the one already known: then everything is new.
    const after = params.centreId === undefined || params.centreId === centre.id ? params.after : 0;
    const changedPages = tx
      .selectFrom('guide_page')
      .where('guide_page.centre_id', '=', centre.id)
      .where('guide_page.revision', '>', after);
    const pages = await changedPages
      .select([
        'id',
        'slug',
        'type',
        'section',
        'corridor_from',
        'corridor_to',
        'country',
        'purpose',
        'sector',
        'stages',
        'topics',
        'risk_class',
        'pictogram',
        'place',
        'source_language',
        'published_about',
        'published_version',
        'verified_on',
        'review_due',
        'starts_on',
        'ends_on',
      ])
      .where('published_version', 'is not', null)
      .where('archived_at', 'is', null)
      .execute();
    const ids = pages.map(({ id }) => id);
    const texts =
      ids.length === 0
        ? []
        : await tx
            .selectFrom('guide_version')
            .distinctOn(['page_id', 'language'])
            .select([
              'page_id',
              'language',
              'version',
              'title',
              'summary',
              'body',
              'basis',
              'is_checked',
              'published_at',
            ])
            .where('page_id', 'in', ids)
            .orderBy('page_id')
            .orderBy('language')
            .orderBy('version', 'desc')
            .execute();
    const audio =
      ids.length === 0
        ? []
        : await tx
            .selectFrom('guide_audio')
            .select(['page_id', 'language', 'file_id'])
            .where('page_id', 'in', ids)
            .execute();
    const quotes =
      ids.length === 0
        ? []
        : await tx
            .selectFrom('guide_quote')
            .select(['page_id', 'target'])
            .where('page_id', 'in', ids)
            .where('kind', '=', 'fact')
            .where('working', '=', false)
            .orderBy('target')
            .execute();
    // Which pages are out at all, so that one taken away is forgotten.
    const out = await tx
      .selectFrom('guide_page')
      .select('id')
      .where('centre_id', '=', centre.id)
      .where('published_version', 'is not', null)
      .where('archived_at', 'is', null)
      .execute();
    const facts = await tx
      .selectFrom('fact')
      .select([
        'id',
        'code',
        'kind',
        'statement',
        'value',
        'value_to',
        'unit',
        'text',
        'corridor_from',
        'corridor_to',
        'country',
        'sector',
        'sex',
        'cost_item',
        'payer',
        'route',
        'source_title',
        'source_url',
        'source_date',
        'retrieved_on',
        'confidence',
        'checked_on',
        'review_due',
        'version',
      ])
      .where('centre_id', '=', centre.id)
      .where('revision', '>', after)
      .where('retired_at', 'is', null)
      .execute();
    const inUse = await tx
      .selectFrom('fact')
      .select('id')
      .where('centre_id', '=', centre.id)
      .where('retired_at', 'is', null)
      .execute();
    const sentences = await tx
      .selectFrom('fact_text')
      .innerJoin('fact', 'fact.id', 'fact_text.fact_id')
      .select(['fact_id', 'language', 'fact_text.statement', 'of_version', 'status'])
      .where('fact.centre_id', '=', centre.id)
      .where('fact.revision', '>', after)
      .execute();
    const conflicts = await tx
      .selectFrom('fact_conflict')
      .select(['fact_id', 'other_id', 'note', 'note_texts'])
      .where('centre_id', '=', centre.id)
      .execute();
    return {
      answer: {
        centreId: centre.id,
        country: centre.country,
        languages: centre.languages,
        day: localDay(now, centre.time_zone),
        revision: centre.revision ?? 0,
        isWhole: after === 0,
        // As it was checked, not as the working copy has it by now.
        pages: pages.map(({ published_about: checked, ...page }) => ({
          ...page,
          ...(checked as typeof page | null),
        })),
        texts,
        audio,
        quotes,
        out: out.map(({ id }) => id),
        facts,
        inUse: inUse.map(({ id }) => id),
        sentences,
        conflicts,
      },
    };
  },
});
