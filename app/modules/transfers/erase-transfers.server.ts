import { anyOf, deleteRows, type PersonErased } from '#modules/clients/index.server.ts';
import type { TransferTables } from './transfer.tables.server.ts';

/**
 * That a file moved stays, between two centres and without a person. The packet and what was said about it go with their
 * key; one that is still on its way is called off.
 */
export const eraseTransfers: PersonErased = {
  tables: { transfer_origin: 'deleted', transfer_arrival: 'deleted' },
  async erase(erasing) {
    const tx = erasing.on<TransferTables>();
    const ids = await tx
      .selectFrom('transfer_origin')
      .select('transfer_id')
      .where('client_id', '=', anyOf(erasing.personIds))
      .union(
        tx
          .selectFrom('transfer_arrival')
          .select('transfer_id')
          .where('client_id', '=', anyOf(erasing.personIds)),
      )
      .execute();
    const moves = await tx
      .selectFrom('transfer')
      .select(['id', 'key_id', 'state'])
      .where('id', '=', anyOf(ids.map((row) => row.transfer_id)))
      .execute();
    for (const { id, key_id: keyId, state } of moves) {
      if (keyId) erasing.shredLater(keyId);
      await tx
        .updateTable('transfer')
        .set({
          sealed_packet: null,
          sealed_talk: null,
          ...(['proposed', 'sent', 'clarification'].includes(state) && { state: 'revoked' as const }),
        })
        .where('id', '=', id)
        .execute();
    }
    return deleteRows(erasing, [
      ['transfer_origin', 'client_id'],
      ['transfer_arrival', 'client_id'],
    ]);
  },
};
