import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import { chosenColumns } from '../list.ts';
import { arrangeListInput } from '../list.schemas.ts';
import type { ListTables } from '../list.tables.server.ts';

/** Which columns a list has and which filter it opens with, for oneself. */
export const arrangeList = operationsOn<ListTables>()({
  name: 'list.arrange',
  input: arrangeListInput,
  subject: 'list',
  relations: () => ['self'],
  async run({ actor, tx }, { list, columns, firstViewId }) {
    if (!actor.staffId || !actor.centre) throw forbidden();
    if (firstViewId !== undefined) {
      const view = await tx
        .selectFrom('saved_view')
        .select('id')
        .where('id', '=', firstViewId)
        .where('list', '=', list)
        .executeTakeFirst();
      if (!view) throw fieldProblem('firstViewId', 'not-valid');
    }
    const chosen = { columns: chosenColumns(list, columns), first_view_id: firstViewId ?? null };
    await tx
      .insertInto('list_choice')
      .values({ centre_id: actor.centre.id, staff_id: actor.staffId, list, ...chosen })
      .onConflict((conflict) => conflict.columns(['staff_id', 'centre_id', 'list']).doUpdateSet(chosen))
      .execute();
    return { result: { columns: chosen.columns }, audit: { fields: [list, ...chosen.columns] } };
  },
});
