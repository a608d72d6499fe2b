import { openContentTask } from '#modules/guides/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { versionConflict } from '#platform/problem.ts';
import { lockQuestion } from '../lock-question.server.ts';
import { openTaskInput } from '../question.schemas.ts';
import type { QuestionTables } from '../question.tables.server.ts';

/**
 * Puts what was asked on the editors' list: to write what is missing, or to make the answer a page or a frequent
 * question. Only the topic and a colleague's own words go there, never the asker's.
 * @throws Problem `conflict.version`
 */
export const openTask = operationsOn<QuestionTables>()({
  name: 'question.open-task',
  input: openTaskInput,
  subject: 'question',
  load: (context, input) => lockQuestion(context, input.questionId),
  async run(context, input, question) {
    const { tx, today } = context;
    if (question.version !== input.version) throw versionConflict();
    const taskId = await openContentTask(context, {
      kind: input.kind === 'write' ? 'question' : 'write',
      questionId: question.id,
      topic: question.topic,
      language: question.language,
      ...(input.note && { note: input.note }),
    });
    await tx
      .updateTable('question')
      .set({ task_on: question.task_on ?? today, version: question.version + 1 })
      .where('id', '=', question.id)
      .execute();
    return {
      result: { taskId, version: question.version + 1 },
      audit: { subjectId: question.id, itemIds: [taskId], fields: ['content-task'] },
    };
  },
});
