import { randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { saveViewInput } from '../list.schemas.ts';
import type { ListTables } from '../list.tables.server.ts';
import { type KeptView, viewPlace } from '../list-seals.server.ts';

const mostViews = 50;

/** Keeps the filter of a list under a name, for oneself or for everybody. @throws Problem `lists.too-many-views` (409) */
export const saveView = operationsOn<ListTables>()({
  name: 'list.save-view',
  input: saveViewInput,
  subject: 'list',
  relations: (_context, _subject, { shared }) => (shared ? [] : ['self']),
  async run({ house, actor, tx, now }, { list, name, filter, shared }) {
    if (!actor.staffId || !actor.centre) throw forbidden();
    const { count } = await tx
      .selectFrom('saved_view')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('list', '=', list)
      .where('owner_id', '=', actor.staffId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostViews)
      throw new Problem('lists.too-many-views', 409, { params: { limit: mostViews } });
    const id = randomUUID();
    const kept: KeptView = { name, filter };
    await tx
      .insertInto('saved_view')
      .values({
        id,
        centre_id: actor.centre.id,
        list,
        owner_id: actor.staffId,
        shared,
        sealed: house.vault.sealForHouse(viewPlace(id), kept),
        created_at: now,
      })
      .execute();
    return {
      result: { viewId: id },
      audit: { subjectId: id, fields: [list, ...(shared ? ['shared'] : [])] },
    };
  },
});
