import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { waitingStates } from '../question.ts';
import type { QuestionTables } from '../question.tables.server.ts';
import { dueDays } from '../working-week.server.ts';

/** How many questions wait, for whoever may know only that. */
export const countQuestions = queriesOn<QuestionTables>()({
  name: 'question.count',
  params: z.object({}),
  subject: 'question',
  audit: 'none',
  async run(context) {
    const { actor, tx } = context;
    const rows = await tx
      .selectFrom('question')
      .select(['assigned_to', 'waiting_since'])
      .where('state', 'in', waitingStates)
      .execute();
    const due = await dueDays(context);
    const answer = {
      waiting: rows.length,
      new: rows.filter((row) => row.assigned_to === null).length,
      mine: rows.filter((row) => actor.staffId !== undefined && row.assigned_to === actor.staffId).length,
      overdue: rows.filter((row) => row.waiting_since && due(row.waiting_since).isOverdue).length,
    };
    return { answer };
  },
});
