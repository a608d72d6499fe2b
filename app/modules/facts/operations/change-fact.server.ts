import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { nextRevision } from '../content-revision.server.ts';
import { hasSource } from '../fact.ts';
import { changeFactInput } from '../fact.schemas.ts';
import type { FactTables } from '../fact.tables.server.ts';
import { asStaff, factColumns, lockFact, requireCurrent, snapshotOf } from '../lock-fact.server.ts';

/**
 * Changes a fact, everywhere at once: each page that quotes it shows the new value with the next request, marked
 * until a second person has confirmed it. The old version stays with the reason; translations fall behind and say so.
 * With `substance`, those who were told the old rule come onto the list of people to tell.
 * @throws Problem `conflict.version`, `fact.retired`; `input.invalid` on the source that it had and would lose
 */
export const changeFact = operationsOn<FactTables>()({
  name: 'fact.change',
  input: changeFactInput,
  subject: 'fact',
  load: ({ tx }, input) => lockFact(tx, input.factId),
  async run(context, { factId, version, reason, substance, ...content }, fact) {
    const { tx, now } = context;
    const { centre, staffId } = asStaff(context);
    requireCurrent(fact, version);
    const columns = factColumns(content);
    // Published pages quote facts with a source only; losing it would go round their check.
    if (hasSource(fact) && !hasSource(columns))
      throw fieldProblem(columns.source_title ? 'sourceDate' : 'sourceTitle', 'required');
    await tx
      .insertInto('fact_version')
      .values({
        fact_id: factId,
        version,
        centre_id: centre.id,
        snapshot: JSON.stringify(snapshotOf(fact)),
        reason,
        substance,
        changed_by: staffId,
        changed_at: now,
      })
      .execute();
    const next = version + 1;
    await tx
      .updateTable('fact')
      .set({
        ...columns,
        version: next,
        ...(substance && { substance_version: next }),
        checked_on: null,
        checked_by: null,
        review_due: null,
        changed_by: staffId,
        updated_at: now,
        revision: await nextRevision(context, centre.id),
      })
      .where('id', '=', factId)
      .execute();
    return {
      result: { factId, version: next },
      audit: { subjectId: factId, fields: ['fact', ...(substance ? ['substance'] : [])] },
    };
  },
});
