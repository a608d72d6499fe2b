import { z } from 'zod';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { dayCursorSchema } from '#platform/operations/cursor-schema.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { inboxes, waitingStates } from '../question.ts';
import type { QuestionTables } from '../question.tables.server.ts';
import { dueDays } from '../working-week.server.ts';

export const pageSize = 50;

export const listQuestionsParams = z.object({
  inbox: z.enum(inboxes).default('waiting'),
  /** Where the page before ended: `next` of its answer. */
  after: dayCursorSchema.optional(),
});

/** The inbox: oldest first where somebody waits, latest first where nobody does. What was asked is not opened here. */
export const listQuestions = queriesOn<QuestionTables>()({
  name: 'question.list',
  params: listQuestionsParams,
  subject: 'question',
  audit: 'none',
  async run(context, { inbox, after }) {
    const { actor, tx } = context;
    const isOpen = inbox !== 'answered' && inbox !== 'closed';
    const by = isOpen ? ('waiting_since' as const) : ('last_on' as const);
    let query = tx
      .selectFrom('question')
      .select([
        'id',
        'topic',
        'language',
        'way',
        'state',
        'asked_on',
        'waiting_since',
        'last_on',
        'answered_on',
      ])
      .select(['assigned_to', 'close_reason'])
      .where('state', 'in', isOpen ? waitingStates : [inbox])
      .orderBy(by, isOpen ? 'asc' : 'desc')
      .orderBy('id')
      .limit(pageSize + 1);
    if (inbox === 'new') query = query.where('assigned_to', 'is', null);
    if (inbox === 'mine') query = query.where('assigned_to', '=', actor.staffId ?? null);
    if (after) {
      const [day = '', id = ''] = after.split('~');
      query = query.where((row) =>
        row.or([row(by, isOpen ? '>' : '<', day), row.and([row(by, '=', day), row('id', '>', id)])]),
      );
    }
    const found = await query.execute();
    const rows = found.slice(0, pageSize);
    const names = await namesOfStaff(
      context,
      rows.flatMap((row) => row.assigned_to ?? []),
    );
    const due = await dueDays(context);
    const last = rows.at(-1);
    return {
      answer: {
        rows: rows.map((row) => ({
          id: row.id,
          topic: row.topic,
          language: row.language,
          way: row.way,
          state: row.state,
          askedOn: row.asked_on,
          lastOn: row.last_on,
          answeredOn: row.answered_on,
          closeReason: row.close_reason,
          assignedTo: row.assigned_to ? (names.get(row.assigned_to) ?? '') : undefined,
          ...(row.waiting_since && due(row.waiting_since)),
        })),
        next: found.length > pageSize && last ? `${last[by]}~${last.id}` : undefined,
      },
    };
  },
});
