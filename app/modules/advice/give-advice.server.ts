import { randomUUID } from 'node:crypto';
import type { FactTables } from '#modules/facts/index.server.ts';
import type { GuideTables } from '#modules/guides/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import type { AdviceTables } from './advice.tables.server.ts';

interface AdvisedContact {
  id: string;
  clientId: string | null;
  /** The day of the conversation. */
  occurredOn: string;
  /** In which the pages were shown; the source stands in where a page is not out in it. */
  language: string;
}

/**
 * Keeps which published pages were shown in a conversation, each in its version of now with its facts. A page that is
 * linked already stays as it was. Inside the caller's transaction; the caller has the contact locked within reach.
 * @throws Problem `input.invalid` on `guideIds` for a page that is not published
 */
export async function giveAdvice(
  context: Pick<OperationContext<never>, 'on' | 'actor'>,
  contact: AdvisedContact,
  pageIds: readonly string[],
): Promise<void> {
  const { actor } = context;
  if (!actor.centre || !actor.staffId) throw forbidden();
  const tx = context.on<AdviceTables & GuideTables & FactTables>();
  for (const pageId of new Set(pageIds)) {
    const page = await tx
      .selectFrom('guide_page')
      .select(['id', 'slug', 'source_language', 'published_version'])
      .where('id', '=', pageId)
      .where('published_version', 'is not', null)
      .where('archived_at', 'is', null)
      .executeTakeFirst();
    if (!page?.published_version) throw fieldProblem('guideIds', 'not-in-list');
    const texts = await tx
      .selectFrom('guide_version')
      .select(['language', ({ fn }) => fn.max('version').as('version')])
      .where('page_id', '=', pageId)
      .where('language', 'in', [contact.language, page.source_language])
      .groupBy('language')
      .execute();
    const shown = texts.find(({ language }) => language === contact.language) ?? texts[0];
    if (!shown) throw fieldProblem('guideIds', 'not-in-list');
    const id = randomUUID();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('advice_given')
      .values({
        id,
        centre_id: actor.centre.id,
        contact_id: contact.id,
        client_id: contact.clientId,
        page_id: pageId,
        language: shown.language,
        text_version: shown.version,
        page_version: page.published_version,
        known_version: page.published_version,
        given_on: contact.occurredOn,
        given_by: actor.staffId,
      })
      .onConflict((conflict) => conflict.columns(['contact_id', 'page_id']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) continue;
    await keepFacts(context, id, actor.centre.id, pageId);
  }
}

async function keepFacts(
  context: Pick<OperationContext<never>, 'on'>,
  adviceId: string,
  centreId: string,
  pageId: string,
): Promise<void> {
  const tx = context.on<AdviceTables & GuideTables & FactTables>();
  const facts = await tx
    .selectFrom('guide_quote')
    .innerJoin('fact', (join) =>
      join
        .onRef('fact.code', '=', 'guide_quote.target')
        .onRef('fact.centre_id', '=', 'guide_quote.centre_id'),
    )
    .select(['fact.id', 'fact.version'])
    .distinct()
    .where('guide_quote.page_id', '=', pageId)
    .where('guide_quote.kind', '=', 'fact')
    .where('guide_quote.working', '=', false)
    .execute();
  if (facts.length === 0) return;
  await tx
    .insertInto('advice_fact')
    .values(
      facts.map((fact) => ({
        advice_id: adviceId,
        fact_id: fact.id,
        centre_id: centreId,
        fact_version: fact.version,
        known_version: fact.version,
      })),
    )
    .execute();
}

/** Takes a page back out of a conversation: it was linked by mistake. */
export async function takeBackAdvice(
  context: Pick<OperationContext<never>, 'on'>,
  contactId: string,
  pageId: string,
): Promise<boolean> {
  const tx = context.on<AdviceTables>();
  const found = await tx
    .selectFrom('advice_given')
    .select('id')
    .where('contact_id', '=', contactId)
    .where('page_id', '=', pageId)
    // Once somebody has worked on it, it is history.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('advice_outcome')
            .select('id')
            .whereRef('advice_outcome.advice_id', '=', 'advice_given.id'),
        ),
      ),
    )
    .forUpdate()
    .executeTakeFirst();
  if (!found) return false;
  await tx.deleteFrom('advice_fact').where('advice_id', '=', found.id).execute();
  await tx.deleteFrom('advice_given').where('id', '=', found.id).execute();
  return true;
}
