import type { GuideTables } from '#modules/guides/guide.tables.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { nextRevision } from '../content-revision.server.ts';
import { retireFactInput } from '../fact.schemas.ts';
import type { FactTables } from '../fact.tables.server.ts';
import { asStaff, lockFact, requireCurrent, snapshotOf } from '../lock-fact.server.ts';

/**
 * Takes a fact out of use; it stays readable for staff, with the reason.
 * @throws Problem `fact.quoted` with the pages that quote it, as `pages`; `conflict.version`, `fact.retired`
 */
export const retireFact = operationsOn<FactTables>()({
  name: 'fact.retire',
  input: retireFactInput,
  subject: 'fact',
  load: ({ tx }, input) => lockFact(tx, input.factId),
  async run(context, input, fact) {
    const { tx, now } = context;
    const { centre, staffId } = asStaff(context);
    requireCurrent(fact, input.version);
    // Quotes belong to the pages; the module of pages stands above this one, so only the shape of its table is known here.
    const quotes = await context
      .on<GuideTables>()
      .selectFrom('guide_quote')
      .innerJoin('guide_page', 'guide_page.id', 'guide_quote.page_id')
      .select('guide_page.slug')
      .distinct()
      .where('guide_quote.kind', '=', 'fact')
      .where('guide_quote.target', '=', fact.code)
      .where('guide_page.archived_at', 'is', null)
      .orderBy('guide_page.slug')
      .execute();
    if (quotes.length > 0)
      throw new Problem('fact.quoted', 409, { params: { pages: quotes.map(({ slug }) => slug).join(', ') } });
    await tx
      .insertInto('fact_version')
      .values({
        fact_id: fact.id,
        version: fact.version,
        centre_id: centre.id,
        snapshot: JSON.stringify(snapshotOf(fact)),
        reason: input.reason,
        substance: false,
        changed_by: staffId,
        changed_at: now,
      })
      .execute();
    await tx
      .updateTable('fact')
      .set({
        retired_at: now,
        updated_at: now,
        version: fact.version + 1,
        revision: await nextRevision(context, centre.id),
      })
      .where('id', '=', fact.id)
      .execute();
    return { result: { factId: fact.id }, audit: { subjectId: fact.id, fields: ['retired'] } };
  },
});
