import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { forbidden } from '#platform/problem.ts';
import { chosenColumns, lists } from '../list.ts';
import { listNameSchema } from '../list.schemas.ts';
import type { ListTables } from '../list.tables.server.ts';
import { type KeptView, viewPlace } from '../list-seals.server.ts';

/** How the asker has arranged a list: its columns, the filters they kept and those of all, and the one it opens with. */
export const listViews = queriesOn<ListTables>()({
  name: 'list.views',
  params: z.object({ list: listNameSchema }),
  subject: 'list',
  audit: 'none',
  async run({ house, actor, tx }, { list }) {
    if (!actor.staffId) throw forbidden();
    const rows = await tx
      .selectFrom('saved_view')
      .selectAll()
      .where('list', '=', list)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const choice = await tx
      .selectFrom('list_choice')
      .selectAll()
      .where('staff_id', '=', actor.staffId)
      .where('list', '=', list)
      .executeTakeFirst();
    const views = rows.map((row) => {
      const { name, filter } = house.vault.unsealForHouse<KeptView>(viewPlace(row.id), row.sealed);
      const to = `${lists[list].to}?${new URLSearchParams(filter)}`;
      return { id: row.id, name, filter, to, shared: row.shared, own: row.owner_id === actor.staffId };
    });
    const first = views.find(({ id }) => id === choice?.first_view_id);
    return {
      answer: { views, first, columns: chosenColumns(list, choice?.columns ?? []) },
      relations: ['self'],
    };
  },
});
