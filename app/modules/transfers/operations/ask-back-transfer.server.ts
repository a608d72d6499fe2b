import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { addToTalk } from '../add-to-talk.server.ts';
import { lockReceiving } from '../load-transfer.server.ts';
import { talkInput } from '../transfer.schemas.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

/** The receiver wants to know something first: the sender answers, then it is decided. */
export const askBackTransfer = operationsOn<TransferTables>()({
  name: 'transfer.ask-back',
  input: talkInput,
  subject: 'transfer',
  load: lockReceiving,
  async run({ house, tx, now, enqueue }, { text }, transfer) {
    if (transfer.state !== 'sent') throw new Problem('transfer.not-now', 409);
    const line = { at: now.toISOString(), from: 'receiver' as const, text };
    await tx
      .updateTable('transfer')
      .set({ state: 'clarification', sealed_talk: await addToTalk(house, transfer, line) })
      .where('id', '=', transfer.id)
      .execute();
    await enqueue('note-transfer', { transferId: transfer.id, centreId: transfer.from_centre });
    return { result: { transferId: transfer.id }, audit: { subjectId: transfer.id } };
  },
});
