import type { ConsentWithdrawn } from '#modules/clients/index.server.ts';
import { takeBackTransfer } from './take-back-transfer.server.ts';
import type { TransferTables } from './transfer.tables.server.ts';

const endsTransfers = new Set(['service_and_record', 'share_for_transfer']);

/** A person takes the yes back before the other centre has accepted: the move is off, the packet destroyed. */
export const revokeOnWithdrawal: ConsentWithdrawn = async (context, { clientId, purposes }) => {
  if (!purposes.some((purpose) => endsTransfers.has(purpose))) return;
  const transfers = await context
    .on<TransferTables>()
    .selectFrom('transfer')
    .innerJoin('transfer_origin', 'transfer_origin.transfer_id', 'transfer.id')
    .select(['transfer.id', 'to_centre', 'sent_at', 'key_id'])
    .where('client_id', '=', clientId)
    .where('state', 'in', ['proposed', 'sent', 'clarification'])
    .where('basis', '=', 'consent')
    .forUpdate('transfer')
    .execute();
  for (const transfer of transfers) await takeBackTransfer(context, transfer);
};
