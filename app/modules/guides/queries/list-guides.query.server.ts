import { z } from 'zod';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { sections } from '../guide.ts';
import type { GuidePageRow, GuideTables } from '../guide.tables.server.ts';
import { isWhole, staleBlocks } from '../stale-blocks.ts';

/** What an editor looks for. `behind`: a published translation that its source has left; `outline`: still to be written. */
export const guideShows = [
  'all',
  'draft',
  'legal_check',
  'ready',
  'published',
  'overdue',
  'behind',
  'outline',
  'archived',
] as const;
export type GuideShow = (typeof guideShows)[number];

export const listGuidesParams = z.object({
  show: z.enum(guideShows).default('all'),
  section: z.enum(sections).optional(),
  text: lineSchema(100).optional(),
});

export interface ListedGuide
  extends Pick<
    GuidePageRow,
    | 'id'
    | 'slug'
    | 'type'
    | 'section'
    | 'topics'
    | 'state'
    | 'origin'
    | 'risk_class'
    | 'corridor_from'
    | 'corridor_to'
    | 'published_version'
    | 'review_due'
    | 'updated_at'
    | 'version'
  > {
  title: string;
  isOverdue: boolean;
  /** Languages of the working copy beside the source, each with where it stands. */
  translations: { language: string; status: 'draft' | 'checked'; isBehind: boolean }[];
}

/** Every page of the hub, with how many wait at each step. A few hundred short rows: no paging. */
export const listGuides = queriesOn<GuideTables>()({
  name: 'guide.list',
  params: listGuidesParams,
  subject: 'guide',
  audit: 'none',
  async run({ tx, actor, today }, { show, section, text }) {
    const rows = await tx
      .selectFrom('guide_page')
      .innerJoin('guide_text', (join) =>
        join
          .onRef('guide_text.page_id', '=', 'guide_page.id')
          .onRef('guide_text.language', '=', 'guide_page.source_language'),
      )
      .selectAll('guide_page')
      .select(['guide_text.title', 'guide_text.body'])
      // Published pages of every centre can be read here; the list is of one's own.
      .where('guide_page.centre_id', '=', actor.centre?.id ?? '')
      .orderBy('section')
      .orderBy('place')
      .orderBy('slug')
      .execute();
    const texts = await tx
      .selectFrom('guide_text')
      .select(['page_id', 'language', 'status', 'basis'])
      .where('centre_id', '=', actor.centre?.id ?? '')
      .orderBy('language')
      .execute();
    const byPage = Map.groupBy(texts, ({ page_id }) => page_id);
    const all = rows.map(({ body, ...row }): ListedGuide & { archived: boolean } => ({
      ...row,
      archived: row.archived_at !== null,
      isOverdue: row.published_version !== null && row.review_due !== null && row.review_due < today,
      translations: (byPage.get(row.id) ?? [])
        .filter(({ language }) => language !== row.source_language)
        .map(({ language, status, basis }) => ({
          language,
          status,
          isBehind: !isWhole(basis, body) || staleBlocks(basis, body).length > 0,
        })),
    }));
    const counts = Object.fromEntries(
      guideShows.map((each) => [each, all.filter((row) => isShown(row, each)).length]),
    ) as Record<GuideShow, number>;
    const wanted = text?.toLocaleLowerCase();
    return {
      answer: {
        guides: all.filter(
          (row) =>
            isShown(row, show) &&
            (section === undefined || row.section === section) &&
            (!wanted || row.slug.includes(wanted) || row.title.toLocaleLowerCase().includes(wanted)),
        ),
        counts,
      },
    };
  },
});

function isShown(row: ListedGuide & { archived: boolean }, show: GuideShow): boolean {
  if (show === 'archived') return row.archived;
  if (row.archived) return false;
  switch (show) {
    case 'all':
      return row.origin !== 'outline' || row.state !== 'draft';
    case 'outline':
      return row.origin === 'outline' && row.state === 'draft';
    case 'draft':
      return row.state === 'draft' && row.origin !== 'outline';
    case 'published':
      return row.published_version !== null;
    case 'overdue':
      return row.isOverdue;
    case 'behind':
      return row.translations.some(({ isBehind }) => isBehind);
    default:
      return row.state === show;
  }
}
