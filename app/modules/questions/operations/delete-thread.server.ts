import { operationsOn } from '#platform/operations/operation.server.ts';
import { loadOwnThread } from '../own-thread.server.ts';
import { ownThreadInput } from '../question.schemas.ts';
import type { QuestionTables } from '../question.tables.server.ts';

/**
 * The asker takes everything back: question, answers and how to reach them. What stays is that one was asked and
 * deleted, and on which days. Quiet, as asking is.
 * @throws Problem `not-found`
 */
export const deleteThread = operationsOn<QuestionTables>()({
  name: 'question.delete',
  input: ownThreadInput,
  subject: 'question',
  quiet: true,
  load: (context, input) => loadOwnThread(context, input.receipt.token),
  async run({ tx }, _input, thread) {
    await tx.deleteFrom('question_message').where('question_id', '=', thread.id).execute();
    await tx.deleteFrom('question').where('id', '=', thread.id).execute();
    return { result: undefined, audit: {} };
  },
});
