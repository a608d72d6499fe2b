import { queriesOn } from '#platform/operations/query.server.ts';
import { lookupOf, showReceipt } from '../receipt-wall.server.ts';
import { ownThreadInput } from '../question.schemas.ts';
import type { QuestionTables } from '../question.tables.server.ts';

/** The one thread that a receipt opens, as it is stored: only the asker's own key can read it. */
export const ownThread = queriesOn<QuestionTables>()({
  name: 'question.own-thread',
  params: ownThreadInput,
  subject: 'question',
  audit: 'none',
  async run({ tx }, { receipt }) {
    await showReceipt(tx, receipt.token);
    const thread = await tx
      .selectFrom('question')
      .select(['id', 'state', 'topic', 'way', 'asked_on', 'last_on'])
      .where('lookup', '=', lookupOf(receipt.token))
      .executeTakeFirst();
    if (!thread) return undefined;
    const messages = await tx
      .selectFrom('question_message')
      .select(['seq', 'author', 'sealed', 'day', 'guides'])
      .where('question_id', '=', thread.id)
      .orderBy('seq')
      .execute();
    return { answer: { ...thread, messages } };
  },
});
