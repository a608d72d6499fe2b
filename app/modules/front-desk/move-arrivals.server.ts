import type { FileMerged } from '#modules/clients/index.server.ts';
import type { ArrivalTables } from './arrival.tables.server.ts';

/** Arrivals follow a merge. Their notes are under keys of the week and need none of the person's. */
export const moveArrivals: FileMerged = {
  async move(context, { survivorId, mergedId, restricted }) {
    const moved = await context
      .on<ArrivalTables>()
      .updateTable('arrival')
      .set({ client_id: survivorId, restricted })
      .where('client_id', '=', mergedId)
      .returning('id')
      .execute();
    return moved.map(({ id }) => ({ table: 'arrival', rowId: id }));
  },

  async moveBack(context, { survivorId, mergedId, restricted, rows }) {
    const ids = rows.filter(({ table }) => table === 'arrival').map(({ rowId }) => rowId);
    if (ids.length === 0) return;
    await context
      .on<ArrivalTables>()
      .updateTable('arrival')
      .set({ client_id: mergedId, restricted })
      .where('client_id', '=', survivorId)
      .where('id', 'in', ids)
      .execute();
  },
};
