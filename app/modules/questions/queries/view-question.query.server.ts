import { z } from 'zod';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { openIntakeKeys } from '../intake-key.server.ts';
import type { QuestionTables } from '../question.tables.server.ts';
import { openSaid } from '../sealed-message.server.ts';
import { dueDays } from '../working-week.server.ts';

/** One thread, opened with the centre's key: what was asked, how to reach the asker, what was answered and by whom. */
export const viewQuestion = queriesOn<QuestionTables>()({
  name: 'question.view',
  params: z.object({ questionId: z.uuid() }),
  subject: 'question',
  audit: 'viewed',
  async run(context, { questionId }) {
    const { tx } = context;
    const question = await tx
      .selectFrom('question')
      .selectAll()
      .where('id', '=', questionId)
      .executeTakeFirst();
    if (!question) return undefined;
    const rows = await tx
      .selectFrom('question_message')
      .selectAll()
      .where('question_id', '=', questionId)
      .orderBy('seq')
      .execute();
    const keys = await openIntakeKeys(
      context,
      rows.map((row) => row.intake_key_id),
    );
    const opened = await Promise.all(
      rows.map(async ({ seq, author, sealed, intake_key_id }) => {
        const key = keys.get(intake_key_id);
        return key ? openSaid([key], { questionId, seq, author }, sealed) : undefined;
      }),
    );
    const staff = [...rows.map((row) => row.answered_by), question.assigned_to].flatMap((id) => id ?? []);
    const names = await namesOfStaff(context, staff);
    const contact = opened[0]?.contact;
    return {
      answer: {
        id: question.id,
        version: question.version,
        topic: question.topic,
        language: question.language,
        way: question.way,
        state: question.state,
        askedOn: question.asked_on,
        answeredOn: question.answered_on,
        closeReason: question.close_reason,
        taskOn: question.task_on,
        assignedTo: question.assigned_to
          ? { id: question.assigned_to, name: names.get(question.assigned_to) ?? '' }
          : undefined,
        ...(question.waiting_since && (await dueDays(context))(question.waiting_since)),
        contact,
        messages: rows.map((row, at) => ({
          seq: row.seq,
          author: row.author,
          day: row.day,
          text: opened[at]?.text,
          guides: row.guides,
          by: row.answered_by ? (names.get(row.answered_by) ?? '') : undefined,
        })),
      },
      viewed: { subjectId: questionId, fields: ['question', ...(contact ? ['contact-details'] : [])] },
    };
  },
});
