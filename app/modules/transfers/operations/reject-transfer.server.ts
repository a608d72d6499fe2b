import { sql } from 'kysely';
import { isStaff } from '#platform/actor.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { lockReceiving } from '../load-transfer.server.ts';
import { rejectInput } from '../transfer.schemas.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

/** Does not take the person on. The file stays where it is, and what was sent can be read by nobody any more. */
export const rejectTransfer = operationsOn<TransferTables>()({
  name: 'transfer.reject',
  input: rejectInput,
  subject: 'transfer',
  load: lockReceiving,
  async run({ actor, tx, now, enqueue }, { reason }, transfer) {
    if (!isStaff(actor)) throw forbidden();
    if (transfer.state !== 'sent') throw new Problem('transfer.not-now', 409);
    await tx
      .updateTable('transfer')
      .set({ state: 'rejected', reject_reason: reason, decided_by: actor.staffId, decided_at: now })
      .where('id', '=', transfer.id)
      .execute();
    await sql`select release_transfer_origin(${transfer.id})`.execute(tx);
    await enqueue('shred-transfer', { keyId: transfer.key_id });
    await enqueue('note-transfer', { transferId: transfer.id, centreId: transfer.from_centre });
    return {
      result: { transferId: transfer.id },
      audit: { subjectId: transfer.id, itemIds: [transfer.from_centre], fields: [reason] },
    };
  },
});
