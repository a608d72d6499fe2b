import { operationsOn } from '#platform/operations/operation.server.ts';
import { lockQuestion, requireWaiting } from '../lock-question.server.ts';
import { closeQuestionInput } from '../question.schemas.ts';
import type { QuestionTables } from '../question.tables.server.ts';

/**
 * Puts a question away without an answer, for a reason. The asker reads that we could not answer, never the reason;
 * if they write again, it comes back.
 * @throws Problem `conflict.version`, `question.settled`
 */
export const closeQuestion = operationsOn<QuestionTables>()({
  name: 'question.close',
  input: closeQuestionInput,
  subject: 'question',
  load: (context, input) => lockQuestion(context, input.questionId),
  async run({ tx }, input, question) {
    requireWaiting(question, input.version);
    await tx
      .updateTable('question')
      .set({
        state: 'closed',
        close_reason: input.reason,
        waiting_since: null,
        version: question.version + 1,
      })
      .where('id', '=', question.id)
      .execute();
    return {
      result: { version: question.version + 1 },
      audit: { subjectId: question.id, fields: ['closure', input.reason] },
    };
  },
});
