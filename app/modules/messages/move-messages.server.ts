import { sql, type Transaction } from 'kysely';
import type { FileMerged, MergeContext } from '#modules/clients/index.server.ts';
import { sealMessage, unsealMessage } from './message.server.ts';
import type { OutboxTables } from './outbox.tables.server.ts';

/**
 * Messages that still wait follow a merge. One that the stricter consent stops stays stopped: undoing a merge never
 * sends anything.
 */
export const moveMessages: FileMerged = {
  async move(context, { survivorId, mergedId }) {
    const ids = await give(context, mergedId, survivorId);
    return ids.map((rowId) => ({ table: 'outbox', rowId }));
  },
  async moveBack(context, { survivorId, mergedId, rows }) {
    const ids = rows.filter(({ table }) => table === 'outbox').map(({ rowId }) => rowId);
    await give(context, survivorId, mergedId, ids);
  },
};

async function give(
  { house, on }: MergeContext,
  from: string,
  to: string,
  only?: string[],
): Promise<string[]> {
  const tx: Transaction<OutboxTables> = on<OutboxTables>();
  const found = await tx
    .selectFrom('outbox')
    .select(['id', 'key_id', 'sealed'])
    .where('client_id', '=', from)
    .$if(only === undefined, (query) => query.where('state', '=', 'waiting'))
    .$if(only !== undefined, (query) => query.where('id', '=', sql<string>`any(${only}::uuid[])`))
    .execute();
  for (const row of found) {
    const underPerson = row.key_id === from;
    const sealed = underPerson
      ? await sealMessage(house.vault, to, row.id, await unsealMessage(house.vault, row))
      : row.sealed;
    await tx
      .updateTable('outbox')
      .set({ client_id: to, sealed, ...(underPerson && { key_id: to }) })
      .where('id', '=', row.id)
      .execute();
  }
  return found.map(({ id }) => id);
}
