import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem, versionConflict } from '#platform/problem.ts';
import { nextRevision } from '../content-revision.server.ts';
import { translateFactInput } from '../fact.schemas.ts';
import type { FactTables } from '../fact.tables.server.ts';
import { asStaff, lockFact, requireCurrent } from '../lock-fact.server.ts';

/**
 * The sentence of a fact in another language, or the word of a second reader that it is right.
 * @throws Problem `conflict.version` when the fact or the sentence has changed meanwhile, `fact.retired`, `fact.second-person` when who
 * wrote the sentence also wants to have checked it
 */
export const translateFact = operationsOn<FactTables>()({
  name: 'fact.translate',
  input: translateFactInput,
  subject: 'fact',
  load: ({ tx }, input) => lockFact(tx, input.factId),
  async run(context, { language, statement, was, checked, version }, fact) {
    const { tx, now } = context;
    const { centre, staffId } = asStaff(context);
    requireCurrent(fact, version);
    const before = await tx
      .selectFrom('fact_text')
      .selectAll()
      .where('fact_id', '=', fact.id)
      .where('language', '=', language)
      .executeTakeFirst();
    if (was !== undefined && was !== (before?.statement ?? '')) throw versionConflict();
    const isSame = before?.statement === statement;
    if (checked && (!isSame || before?.edited_by === staffId)) throw new Problem('fact.second-person', 409);
    const row = {
      statement,
      of_version: fact.version,
      status: checked ? ('checked' as const) : ('draft' as const),
      edited_by: isSame ? before.edited_by : staffId,
      checked_by: checked ? staffId : null,
      updated_at: now,
    };
    await tx
      .insertInto('fact_text')
      .values({ fact_id: fact.id, language, centre_id: centre.id, ...row })
      .onConflict((conflict) => conflict.columns(['fact_id', 'language']).doUpdateSet(row))
      .execute();
    await tx
      .updateTable('fact')
      .set({ revision: await nextRevision(context, centre.id) })
      .where('id', '=', fact.id)
      .execute();
    return { result: { factId: fact.id, language }, audit: { subjectId: fact.id, fields: ['translation'] } };
  },
});
