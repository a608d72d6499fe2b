import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { addToTalk } from '../add-to-talk.server.ts';
import { lockSending } from '../load-transfer.server.ts';
import { talkInput } from '../transfer.schemas.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

/** The sender answers what the receiver wanted to know; the decision is the receiver's again. */
export const clarifyTransfer = operationsOn<TransferTables>()({
  name: 'transfer.clarify',
  input: talkInput,
  subject: 'transfer',
  load: lockSending,
  async run({ house, tx, now, enqueue }, { text }, transfer) {
    if (transfer.state !== 'clarification') throw new Problem('transfer.not-now', 409);
    const line = { at: now.toISOString(), from: 'sender' as const, text };
    await tx
      .updateTable('transfer')
      .set({ state: 'sent', sealed_talk: await addToTalk(house, transfer, line) })
      .where('id', '=', transfer.id)
      .execute();
    await enqueue('note-transfer', { transferId: transfer.id, centreId: transfer.to_centre });
    return {
      result: { transferId: transfer.id },
      audit: { subjectId: transfer.id, clientId: transfer.client_id },
    };
  },
});
