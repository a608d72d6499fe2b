import { wasAskedSince } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { transferIdInput } from '../transfer.schemas.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

/**
 * The person is here and agrees to being served here: their consents were asked anew since the file arrived.
 * @throws Problem `transfer.ask-consent-first`, `transfer.not-now`
 */
export const confirmTransfer = operationsOn<TransferTables>()({
  name: 'transfer.confirm',
  input: transferIdInput,
  subject: 'transfer',
  load: ({ tx, actor }, { transferId }) =>
    tx
      .selectFrom('transfer')
      .innerJoin('transfer_arrival', 'transfer_arrival.transfer_id', 'transfer.id')
      .select([
        'transfer.id',
        'transfer.state',
        'transfer.from_centre',
        'transfer_arrival.client_id',
        'transfer_arrival.arrived_at',
      ])
      .where('transfer.id', '=', transferId)
      .where('transfer.to_centre', '=', actor.centre?.id ?? '')
      .forUpdate('transfer')
      .executeTakeFirst(),
  async run(context, _input, transfer) {
    const { tx, now, enqueue } = context;
    if (transfer.state !== 'active_at_receiver') throw new Problem('transfer.not-now', 409);
    if (!(await wasAskedSince(context, transfer.client_id, transfer.arrived_at)))
      throw new Problem('transfer.ask-consent-first', 409);
    await tx
      .updateTable('transfer')
      .set({ state: 'confirmed_by_client', confirmed_at: now })
      .where('id', '=', transfer.id)
      .execute();
    await enqueue('note-transfer', { transferId: transfer.id, centreId: transfer.from_centre });
    return {
      result: { transferId: transfer.id },
      audit: { subjectId: transfer.id, clientId: transfer.client_id },
    };
  },
});
