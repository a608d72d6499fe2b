import { sql, type Transaction } from 'kysely';
import type { FileMerged, MergeContext } from '#modules/clients/index.server.ts';
import { Problem } from '#platform/problem.ts';
import { sealHistory, sealOverride, unsealHistory, unsealOverride } from './transfer-packet.server.ts';
import type { TransferTables } from './transfer.tables.server.ts';

type Tx = Transaction<TransferTables>;

/** Transfers that are over follow a merge. While a file is on its way it is neither merged nor parted. */
export const moveTransfers: FileMerged = {
  async move(context, { survivorId, mergedId }) {
    await refuseOpen(context.on<TransferTables>(), [survivorId, mergedId]);
    return [
      ...(await giveOrigins(context, mergedId, survivorId)).map((rowId) => ({
        table: 'transfer_origin',
        rowId,
      })),
      ...(await giveArrivals(context, mergedId, survivorId)).map((rowId) => ({
        table: 'transfer_arrival',
        rowId,
      })),
    ];
  },

  async moveBack(context, { survivorId, mergedId, rows }) {
    const idsOf = (table: string) => rows.filter((row) => row.table === table).map((row) => row.rowId);
    await refuseOpen(context.on<TransferTables>(), [survivorId]);
    await giveOrigins(context, survivorId, mergedId, idsOf('transfer_origin'));
    await giveArrivals(context, survivorId, mergedId, idsOf('transfer_arrival'));
  },
};

/** @throws Problem `duplicates.transfer-open` */
async function refuseOpen(tx: Tx, clientIds: readonly string[]): Promise<void> {
  const open = await tx
    .selectFrom('transfer_origin')
    .select('transfer_id')
    .where('client_id', 'in', clientIds)
    .where('open', '=', true)
    .executeTakeFirst();
  if (open) throw new Problem('duplicates.transfer-open', 409);
}

async function giveOrigins({ house, on }: MergeContext, from: string, to: string, only?: string[]) {
  const tx: Tx = on<TransferTables>();
  const found = await tx
    .selectFrom('transfer_origin')
    .select(['transfer_id', 'sealed_override'])
    .where('client_id', '=', from)
    .$if(only !== undefined, (query) => query.where('transfer_id', '=', sql<string>`any(${only}::uuid[])`))
    .execute();
  for (const { transfer_id: id, sealed_override: sealed } of found)
    await tx
      .updateTable('transfer_origin')
      .set({
        client_id: to,
        sealed_override:
          sealed && (await sealOverride(house, to, id, await unsealOverride(house, from, id, sealed))),
      })
      .where('transfer_id', '=', id)
      .execute();
  return found.map((row) => row.transfer_id);
}

async function giveArrivals({ house, on }: MergeContext, from: string, to: string, only?: string[]) {
  const tx: Tx = on<TransferTables>();
  const found = await tx
    .selectFrom('transfer_arrival')
    .select(['transfer_id', 'sealed_history'])
    .where('client_id', '=', from)
    .$if(only !== undefined, (query) => query.where('transfer_id', '=', sql<string>`any(${only}::uuid[])`))
    .execute();
  for (const { transfer_id: id, sealed_history: sealed } of found)
    await tx
      .updateTable('transfer_arrival')
      .set({
        client_id: to,
        sealed_history: await sealHistory(house, to, id, await unsealHistory(house, from, id, sealed)),
      })
      .where('transfer_id', '=', id)
      .execute();
  return found.map((row) => row.transfer_id);
}
