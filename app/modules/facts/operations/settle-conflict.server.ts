import { operationsOn } from '#platform/operations/operation.server.ts';
import { notFound } from '#platform/problem.ts';
import { nextRevision } from '../content-revision.server.ts';
import { settleConflictInput } from '../fact.schemas.ts';
import type { FactTables } from '../fact.tables.server.ts';
import { asStaff, lockFact } from '../lock-fact.server.ts';

/** The two sources agree after all, or one of them has been put right. @throws Problem `not-found` without a conflict */
export const settleConflict = operationsOn<FactTables>()({
  name: 'fact.settle-conflict',
  input: settleConflictInput,
  subject: 'fact',
  load: ({ tx }, input) => lockFact(tx, input.factId),
  async run(context, { otherId }, fact) {
    const { centre } = asStaff(context);
    const [first, second] = [fact.id, otherId].sort() as [string, string];
    const { numDeletedRows } = await context.tx
      .deleteFrom('fact_conflict')
      .where('fact_id', '=', first)
      .where('other_id', '=', second)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw notFound();
    const revision = await nextRevision(context, centre.id);
    await context.tx.updateTable('fact').set({ revision }).where('id', 'in', [first, second]).execute();
    return {
      result: { factId: fact.id },
      audit: { subjectId: fact.id, itemIds: [otherId], fields: ['conflict'] },
    };
  },
});
