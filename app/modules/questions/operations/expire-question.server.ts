import { z } from 'zod';
import { settingOf } from '#modules/centres/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { Problem } from '#platform/problem.ts';
import { lockQuestion } from '../lock-question.server.ts';
import type { QuestionTables } from '../question.tables.server.ts';

/**
 * Deletes a thread so many days after its last message (`retention.question-days`).
 * @throws Problem `question.too-young`
 */
export const expireQuestion = operationsOn<QuestionTables>()({
  name: 'question.expire',
  input: z.object({ questionId: z.uuid() }),
  subject: 'question',
  load: (context, input) => lockQuestion(context, input.questionId),
  async run({ actor, tx, today }, _input, question) {
    const keepDays = settingOf(actor.centre?.settings, 'retention.question-days');
    if (question.last_on > addDays(today, -keepDays)) throw new Problem('question.too-young', 409);
    await tx.deleteFrom('question_message').where('question_id', '=', question.id).execute();
    await tx.deleteFrom('question').where('id', '=', question.id).execute();
    return { result: undefined, audit: { subjectId: question.id, fields: ['deleted'] } };
  },
});
