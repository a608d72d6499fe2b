import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { TransferRow, TransferTables } from './transfer.tables.server.ts';

/** Ends a move before it was accepted: the packet can be read by nobody any more, the file is free to go elsewhere. */
export async function takeBackTransfer(
  { on, enqueue }: Pick<OperationContext<unknown>, 'on' | 'enqueue'>,
  transfer: Pick<TransferRow, 'id' | 'to_centre' | 'sent_at' | 'key_id'>,
): Promise<void> {
  const tx = on<TransferTables>();
  await tx.updateTable('transfer').set({ state: 'revoked' }).where('id', '=', transfer.id).execute();
  await tx
    .updateTable('transfer_origin')
    .set({ open: false })
    .where('transfer_id', '=', transfer.id)
    .execute();
  if (!transfer.sent_at) return;
  await enqueue('shred-transfer', { keyId: transfer.key_id });
  await enqueue('note-transfer', { transferId: transfer.id, centreId: transfer.to_centre });
}
