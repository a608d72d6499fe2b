import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { openIntakeKeys } from '../intake-key.server.ts';
import { waitingStates } from '../question.ts';
import type { QuestionTables } from '../question.tables.server.ts';
import { openSaid } from '../sealed-message.server.ts';
import { dueDays } from '../working-week.server.ts';

/** Longest list of a day's calls. */
const most = 50;

/** Whom to call, when it is safe and what to say if somebody else answers; who has waited longest comes first. */
export const listCalls = queriesOn<QuestionTables>()({
  name: 'question.list-calls',
  params: z.object({}),
  subject: 'question',
  audit: 'viewed',
  async run(context) {
    const { tx } = context;
    const rows = await tx
      .selectFrom('question')
      .innerJoin('question_message', (join) =>
        join.onRef('question_message.question_id', '=', 'question.id').on('question_message.seq', '=', 1),
      )
      .select(['question.id', 'topic', 'language', 'waiting_since', 'sealed', 'intake_key_id'])
      .where('way', '=', 'call')
      .where('state', 'in', waitingStates)
      .orderBy('waiting_since')
      .orderBy('question.id')
      .limit(most)
      .execute();
    const keys = await openIntakeKeys(
      context,
      rows.map((row) => row.intake_key_id),
    );
    const due = await dueDays(context);
    const calls = await Promise.all(
      rows.map(async ({ id, topic, language, waiting_since, sealed, intake_key_id }) => {
        const key = keys.get(intake_key_id);
        const said = key
          ? await openSaid([key], { questionId: id, seq: 1, author: 'asker' }, sealed)
          : undefined;
        return { id, topic, language, contact: said?.contact, ...(waiting_since && due(waiting_since)) };
      }),
    );
    return {
      answer: { calls },
      viewed: { itemIds: rows.map((row) => row.id), fields: ['contact-details'] },
    };
  },
});
