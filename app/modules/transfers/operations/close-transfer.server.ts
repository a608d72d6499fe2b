import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { lockSending } from '../load-transfer.server.ts';
import { transferIdInput } from '../transfer.schemas.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

/** The sender's part is done: the person has arrived, and nothing is waited for any more. The stub stays. */
export const closeTransfer = operationsOn<TransferTables>()({
  name: 'transfer.close',
  input: transferIdInput,
  subject: 'transfer',
  load: lockSending,
  async run({ tx, now }, _input, transfer) {
    if (transfer.state !== 'active_at_receiver' && transfer.state !== 'confirmed_by_client')
      throw new Problem('transfer.not-now', 409);
    await tx
      .updateTable('transfer')
      .set({ state: 'closed_at_sender', closed_at: now })
      .where('id', '=', transfer.id)
      .execute();
    return {
      result: { transferId: transfer.id },
      audit: { subjectId: transfer.id, clientId: transfer.client_id },
    };
  },
});
