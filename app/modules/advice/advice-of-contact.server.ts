import type { Transaction } from 'kysely';
import type { GuideTables } from '#modules/guides/index.server.ts';
import type { AdviceTables } from './advice.tables.server.ts';

export interface GivenAdvice {
  pageId: string;
  slug: string;
  /** As it was published then, in the language in which it was shown. */
  title: string;
  language: string;
  version: number;
  /** The page has been published anew since. */
  isOlder: boolean;
}

/** The pages shown in a conversation, each as it read then. For queries that have the contact within reach. */
export async function adviceOfContact(
  context: { on<Other>(): Transaction<Other> },
  contactId: string,
): Promise<GivenAdvice[]> {
  const rows = await context
    .on<AdviceTables & GuideTables>()
    .selectFrom('advice_given')
    .innerJoin('guide_page', 'guide_page.id', 'advice_given.page_id')
    .innerJoin('guide_version', (join) =>
      join
        .onRef('guide_version.page_id', '=', 'advice_given.page_id')
        .onRef('guide_version.version', '=', 'advice_given.text_version')
        .onRef('guide_version.language', '=', 'advice_given.language'),
    )
    .select([
      'guide_page.id',
      'guide_page.slug',
      'guide_page.published_version',
      'guide_version.title',
      'guide_version.language',
      'guide_version.version',
      'advice_given.page_version',
    ])
    .where('advice_given.contact_id', '=', contactId)
    .orderBy('guide_page.section')
    .orderBy('guide_page.place')
    .orderBy('guide_page.slug')
    .execute();
  return rows.map((row) => ({
    pageId: row.id,
    slug: row.slug,
    title: row.title,
    language: row.language,
    version: row.version,
    isOlder: (row.published_version ?? 0) > row.page_version,
  }));
}
