import { z } from 'zod';
import { clientLabels, loadSafeContact, mayReach } from '#modules/clients/index.server.ts';
import type { FactTables } from '#modules/facts/index.server.ts';
import type { GuideTables } from '#modules/guides/index.server.ts';
import { dayCursorSchema } from '#platform/operations/cursor-schema.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { AdviceTables } from '../advice.tables.server.ts';

const longestList = 50;

/**
 * Who was told something that has changed in substance since, oldest advice first: what changed, when they were told, and
 * how they may be reached today. Those advised without a name are counted per page; voided conversations are left out.
 */
export const outdatedAdvice = queriesOn<AdviceTables & GuideTables & FactTables>()({
  name: 'advice.outdated',
  params: z.object({
    pageId: z.uuid().optional(),
    /** The last row of the page before. */
    after: dayCursorSchema.optional(),
  }),
  subject: 'advice',
  audit: 'viewed',
  async run(context, { pageId, after }) {
    const { tx, today } = context;
    let outdated = tx
      .selectFrom('advice_given')
      .innerJoin('guide_page', 'guide_page.id', 'advice_given.page_id')
      .innerJoin(
        context
          .on<AdviceTables & GuideTables & FactTables & { contact: { id: string; voided_at: Date | null } }>()
          .selectFrom('contact')
          .select(['id', 'voided_at'])
          .as('talk'),
        'talk.id',
        'advice_given.contact_id',
      )
      .where('talk.voided_at', 'is', null)
      .where(({ or, eb, exists, selectFrom, ref }) =>
        or([
          eb('guide_page.substance_version', '>', ref('advice_given.known_version')),
          exists(
            selectFrom('advice_fact')
              .innerJoin('fact', 'fact.id', 'advice_fact.fact_id')
              .select('fact.id')
              .whereRef('advice_fact.advice_id', '=', 'advice_given.id')
              .whereRef('fact.substance_version', '>', 'advice_fact.known_version'),
          ),
        ]),
      );
    if (pageId) outdated = outdated.where('advice_given.page_id', '=', pageId);

    let named = outdated
      .where('advice_given.client_id', 'is not', null)
      .select([
        'advice_given.id',
        'advice_given.client_id',
        'advice_given.contact_id',
        'advice_given.page_id',
        'advice_given.given_on',
        'advice_given.known_version',
        'guide_page.slug',
        'guide_page.substance_version',
      ])
      .orderBy('advice_given.given_on')
      .orderBy('advice_given.id')
      .limit(longestList + 1);
    const [afterDay, afterId] = after?.split('~') ?? [];
    if (afterDay && afterId)
      named = named.where(({ or, and, eb }) =>
        or([
          eb('advice_given.given_on', '>', afterDay),
          and([eb('advice_given.given_on', '=', afterDay), eb('advice_given.id', '>', afterId)]),
        ]),
      );
    const found = await named.execute();
    const rows = found.slice(0, longestList);
    const unnamed = await outdated
      .where('advice_given.client_id', 'is', null)
      .select(['guide_page.id', 'guide_page.slug', ({ fn }) => fn.countAll<number>().as('conversations')])
      .groupBy(['guide_page.id', 'guide_page.slug'])
      .orderBy('guide_page.slug')
      .execute();

    const clientIds = [...new Set(rows.flatMap(({ client_id }) => client_id ?? []))];
    const labels = await clientLabels(context, clientIds);
    const titles = await titlesOf(tx, [
      ...rows.map(({ page_id }) => page_id),
      ...unnamed.map(({ id }) => id),
    ]);
    const changes = await changesOf(tx, rows);
    const people = [];
    for (const row of rows) {
      const contact = row.client_id ? await loadSafeContact(context, row.client_id) : undefined;
      const reach = contact && {
        phone: mayReach(contact.safe, contact.consents, 'phone', { day: today }),
        message: mayReach(contact.safe, contact.consents, 'message', { day: today }),
        email: mayReach(contact.safe, contact.consents, 'email', { day: today }),
      };
      const ways = (['phone', 'message', 'email'] as const).filter((way) => reach?.[way].allowed);
      people.push({
        adviceId: row.id,
        client: { id: row.client_id ?? '', ...labels.get(row.client_id ?? '') },
        contactId: row.contact_id,
        page: { id: row.page_id, slug: row.slug, title: titles.get(row.page_id) ?? row.slug },
        givenOn: row.given_on,
        changes: changes.get(row.id) ?? [],
        ways,
        cautions: [...new Set(ways.flatMap((way) => reach?.[way].cautions ?? []))],
        // A number is shown only where it may be used: what stands there gets called.
        phones: ways
          .flatMap((way) => reach?.[way].phones ?? [])
          .filter((phone, at, all) => all.findIndex(({ number }) => number === phone.number) === at)
          .map(({ number, safeFrom, safeTo, safeWords }) => ({ number, safeFrom, safeTo, safeWords })),
        warning: contact?.safe.contactWarning,
        languages: contact?.languages ?? [],
      });
    }
    const last = rows.at(-1);
    return {
      answer: {
        people,
        unnamed: unnamed.map(({ id, slug, conversations }) => ({
          page: { id, slug, title: titles.get(id) ?? slug },
          conversations,
        })),
        next: found.length > longestList && last ? `${last.given_on}~${last.id}` : undefined,
      },
      viewed: { itemIds: clientIds, count: people.length, fields: ['name', 'phone', 'advice'] },
    };
  },
});

type Tx = import('kysely').Transaction<AdviceTables & GuideTables & FactTables>;

async function titlesOf(tx: Tx, pageIds: readonly string[]): Promise<Map<string, string>> {
  if (pageIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('guide_page')
    .innerJoin('guide_text', (join) =>
      join
        .onRef('guide_text.page_id', '=', 'guide_page.id')
        .onRef('guide_text.language', '=', 'guide_page.source_language'),
    )
    .select(['guide_page.id', 'guide_text.title'])
    .where('guide_page.id', 'in', [...new Set(pageIds)])
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** What is new to each person: the page's own change notes, and the facts that say something else now. */
async function changesOf(
  tx: Tx,
  rows: readonly { id: string; page_id: string; known_version: number }[],
): Promise<Map<string, { kind: 'page' | 'fact'; text: string; value?: string; unit?: string }[]>> {
  if (rows.length === 0) return new Map();
  const versions = await tx
    .selectFrom('guide_version')
    .select(['page_id', 'version', 'change_note'])
    .distinct()
    .where('page_id', 'in', [...new Set(rows.map(({ page_id }) => page_id))])
    .where('substance', '=', true)
    .orderBy('version')
    .execute();
  const facts = await tx
    .selectFrom('advice_fact')
    .innerJoin('fact', 'fact.id', 'advice_fact.fact_id')
    .select(['advice_id', 'fact.statement', 'fact.value', 'fact.unit'])
    .where(
      'advice_id',
      'in',
      rows.map(({ id }) => id),
    )
    .whereRef('fact.substance_version', '>', 'advice_fact.known_version')
    .orderBy('fact.code')
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      [
        ...versions
          .filter(({ page_id, version }) => page_id === row.page_id && version > row.known_version)
          .map(({ change_note }) => ({ kind: 'page' as const, text: change_note ?? '' })),
        ...facts
          .filter(({ advice_id }) => advice_id === row.id)
          .map(({ statement, value, unit }) => ({
            kind: 'fact' as const,
            text: statement,
            ...(value !== null && { value }),
            ...(unit !== null && { unit }),
          })),
      ],
    ]),
  );
}
