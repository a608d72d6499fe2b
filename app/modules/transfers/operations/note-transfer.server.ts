import { operationsOn } from '#platform/operations/operation.server.ts';
import { transferIdInput } from '../transfer.schemas.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

/** A step that the other centre made stands in this centre's record too, with whose file it is. */
export const noteTransfer = operationsOn<TransferTables>()({
  name: 'transfer.note',
  input: transferIdInput,
  subject: 'transfer',
  load: ({ tx }, { transferId }) =>
    tx
      .selectFrom('transfer')
      .leftJoin('transfer_origin', 'transfer_origin.transfer_id', 'transfer.id')
      .leftJoin('transfer_arrival', 'transfer_arrival.transfer_id', 'transfer.id')
      .select([
        'transfer.id',
        'transfer.state',
        'transfer_origin.client_id as left',
        'transfer_arrival.client_id as arrived',
      ])
      .where('transfer.id', '=', transferId)
      .executeTakeFirst(),
  run: async (_context, _input, transfer) => {
    const clientId = transfer.left ?? transfer.arrived ?? undefined;
    return {
      result: { transferId: transfer.id },
      audit: { subjectId: transfer.id, fields: [transfer.state], ...(clientId && { clientId }) },
    };
  },
});
