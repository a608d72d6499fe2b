import { operationsOn } from '#platform/operations/operation.server.ts';
import { deleteViewInput } from '../list.schemas.ts';
import type { ListTables } from '../list.tables.server.ts';

/** Throws a kept filter away: one's own, or as a coordinator one that was shared. */
export const deleteView = operationsOn<ListTables>()({
  name: 'list.delete-view',
  input: deleteViewInput,
  subject: 'list',
  load: ({ tx }, { viewId }) =>
    tx.selectFrom('saved_view').selectAll().where('id', '=', viewId).forUpdate().executeTakeFirst(),
  relations: ({ actor }, view) => (view.owner_id === actor.staffId ? ['self'] : []),
  async run({ tx }, _input, view) {
    await tx.deleteFrom('saved_view').where('id', '=', view.id).execute();
    return { result: {}, audit: { subjectId: view.id, fields: [view.list] } };
  },
});
