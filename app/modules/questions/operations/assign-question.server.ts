import type { StaffTables } from '#modules/staff/index.server.ts';
import { advises } from '#platform/actor.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import { lockQuestion, requireWaiting } from '../lock-question.server.ts';
import { assignQuestionInput } from '../question.schemas.ts';
import type { QuestionTables } from '../question.tables.server.ts';

/**
 * Takes a question on, or gives it to a colleague who may answer it.
 * @throws Problem `conflict.version`, `question.settled`; `input.invalid` on `staffId`
 */
export const assignQuestion = operationsOn<QuestionTables>()({
  name: 'question.assign',
  input: assignQuestionInput,
  subject: 'question',
  load: (context, input) => lockQuestion(context, input.questionId),
  async run({ actor, tx, on, today }, input, question) {
    requireWaiting(question, input.version);
    const staffId = input.staffId ?? actor.staffId;
    if (!staffId) throw forbidden();
    const colleague = await on<StaffTables>()
      .selectFrom('staff_member')
      .select(['roles', 'status', 'expires_on'])
      .where('id', '=', staffId)
      .executeTakeFirst();
    const mayAnswer =
      colleague?.status === 'active' &&
      (colleague.expires_on === null || colleague.expires_on >= today) &&
      advises(colleague);
    if (!mayAnswer) throw fieldProblem('staffId', 'choose-one');
    await tx
      .updateTable('question')
      .set({
        assigned_to: staffId,
        state: question.state === 'new' ? 'taken' : question.state,
        version: question.version + 1,
      })
      .where('id', '=', question.id)
      .execute();
    return {
      result: { version: question.version + 1 },
      audit: { subjectId: question.id, itemIds: [staffId], fields: ['assignment'] },
    };
  },
});
