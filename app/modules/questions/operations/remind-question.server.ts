import { z } from 'zod';
import { openContentTask } from '#modules/guides/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { lockQuestion } from '../lock-question.server.ts';
import type { QuestionTables } from '../question.tables.server.ts';
import { dueDays } from '../working-week.server.ts';

/**
 * Puts a question that nobody answered in time on the editors' list too: perhaps no page says it. Once a question.
 * @throws Problem `question.not-overdue`
 */
export const remindQuestion = operationsOn<QuestionTables>()({
  name: 'question.remind',
  input: z.object({ questionId: z.uuid() }),
  subject: 'question',
  load: (context, input) => lockQuestion(context, input.questionId),
  async run(context, _input, question) {
    const { tx, today } = context;
    const due = question.waiting_since ? (await dueDays(context))(question.waiting_since) : undefined;
    if (!due?.isOverdue || question.task_on !== null) throw new Problem('question.not-overdue', 409);
    const { topic, language } = question;
    const taskId = await openContentTask(context, {
      kind: 'question',
      questionId: question.id,
      topic,
      language,
    });
    await tx.updateTable('question').set({ task_on: today }).where('id', '=', question.id).execute();
    return {
      result: { taskId },
      audit: { subjectId: question.id, itemIds: [taskId], fields: ['content-task', 'overdue'] },
    };
  },
});
