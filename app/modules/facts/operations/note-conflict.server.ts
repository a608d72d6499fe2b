import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { nextRevision } from '../content-revision.server.ts';
import { noteConflictInput } from '../fact.schemas.ts';
import type { FactTables } from '../fact.tables.server.ts';
import { asStaff, lockFact } from '../lock-fact.server.ts';

/**
 * Two sources that do not agree: from now on each of the two facts shows the other, with what to make of it. Both wait
 * for a second person to confirm them again.
 * @throws Problem `input.invalid` on `otherCode` when there is no such other fact
 */
export const noteConflict = operationsOn<FactTables>()({
  name: 'fact.note-conflict',
  input: noteConflictInput,
  subject: 'fact',
  load: ({ tx }, input) => lockFact(tx, input.factId),
  async run(context, { otherCode, note }, fact) {
    const { tx, now } = context;
    const { centre, staffId } = asStaff(context);
    const other = await tx
      .selectFrom('fact')
      .select('id')
      .where('code', '=', otherCode)
      .where('retired_at', 'is', null)
      .executeTakeFirst();
    if (!other || other.id === fact.id) throw fieldProblem('otherCode', 'not-in-list');
    const [first, second] = [fact.id, other.id].sort() as [string, string];
    await tx
      .insertInto('fact_conflict')
      .values({
        fact_id: first,
        other_id: second,
        centre_id: centre.id,
        note,
        note_texts: JSON.stringify({}),
        noted_by: staffId,
        noted_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['fact_id', 'other_id'])
          .doUpdateSet({ note, note_texts: JSON.stringify({}), noted_by: staffId, noted_at: now }),
      )
      .execute();
    const revision = await nextRevision(context, centre.id);
    const pair = [first, second];
    // The note stands on every page at once: until a second person has looked, both facts say that nobody has. Who wrote
    // a fact that is not confirmed yet stays the one who may not confirm it.
    await tx
      .updateTable('fact')
      .set({ checked_on: null, checked_by: null, review_due: null, changed_by: staffId, updated_at: now })
      .where('id', 'in', pair)
      .where('checked_on', 'is not', null)
      .execute();
    await tx.updateTable('fact').set({ revision }).where('id', 'in', pair).execute();
    return {
      result: { factId: fact.id, otherId: other.id },
      audit: { subjectId: fact.id, itemIds: [other.id], fields: ['conflict'] },
    };
  },
});
