import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { lockSending } from '../load-transfer.server.ts';
import { takeBackTransfer } from '../take-back-transfer.server.ts';
import { isOpen } from '../transfer.ts';
import { transferIdInput } from '../transfer.schemas.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

/** The sender takes it back, as long as it was not accepted. */
export const revokeTransfer = operationsOn<TransferTables>()({
  name: 'transfer.revoke',
  input: transferIdInput,
  subject: 'transfer',
  load: lockSending,
  async run(context, _input, transfer) {
    if (!isOpen(transfer.state)) throw new Problem('transfer.not-now', 409);
    await takeBackTransfer(context, transfer);
    return {
      result: { transferId: transfer.id },
      audit: { subjectId: transfer.id, clientId: transfer.client_id },
    };
  },
});
