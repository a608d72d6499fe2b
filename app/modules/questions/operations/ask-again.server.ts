import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { addAskerMessage } from '../asker-message.server.ts';
import { intakeCentre } from '../intake-centre.server.ts';
import { loadOwnThread } from '../own-thread.server.ts';
import { askAgainInput } from '../question.schemas.ts';
import type { QuestionTables } from '../question.tables.server.ts';

/**
 * The asker says more in their thread, before or after an answer. Quiet, as asking is.
 * @throws Problem `not-found`, `question.too-many`, `question.closed-door`
 */
export const askAgain = operationsOn<QuestionTables>()({
  name: 'question.ask-again',
  input: askAgainInput,
  subject: 'question',
  quiet: true,
  load: (context, input) => loadOwnThread(context, input.receipt.token),
  async run({ house, tx }, input, thread) {
    const centre = await intakeCentre(house);
    if (!centre?.key) throw new Problem('question.closed-door', 409);
    const message = { said: { text: input.text }, after: input.after, markKey: input.receipt.markKey };
    const isNew = await addAskerMessage(tx, { ...centre, key: centre.key }, thread, message);
    if (isNew)
      await tx
        .updateTable('question')
        .set({
          // What nobody has looked at yet stays new; what was answered or put away comes back.
          state: thread.state === 'new' ? 'new' : 'asked_again',
          waiting_since: thread.waiting_since ?? centre.today,
          close_reason: null,
          last_on: centre.today,
          version: thread.version + 1,
        })
        .where('id', '=', thread.id)
        .execute();
    return { result: undefined, audit: {} };
  },
});
