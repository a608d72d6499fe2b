import type { Transaction } from 'kysely';
import { Problem } from '#platform/problem.ts';
import type { IntakeCentre } from './intake-centre.server.ts';
import { questionLimits } from './question.ts';
import type { QuestionTables } from './question.tables.server.ts';
import { markOf, type Said, sealSaid } from './sealed-message.server.ts';

interface Thread {
  id: string;
  centre_id: string;
  asker_recipient: string;
}

/**
 * Adds what the asker says to their thread, sealed. The same words sent twice are one message.
 * @returns false where they were there already
 * @throws Problem `question.too-many` when one thread has taken as much as it can
 */
export async function addAskerMessage(
  tx: Transaction<QuestionTables>,
  centre: IntakeCentre & { key: { id: string; recipient: string } },
  thread: Thread,
  message: { said: Said; after: number; markKey: string },
): Promise<boolean> {
  const { said, after, markKey } = message;
  const mark = markOf(markKey, said, after);
  const before = await tx
    .selectFrom('question_message')
    .select(['seq', 'author', 'mark'])
    .where('question_id', '=', thread.id)
    .execute();
  if (before.some((row) => row.mark?.equals(mark))) return false;
  if (before.filter((row) => row.author === 'asker').length >= questionLimits.messages)
    throw new Problem('question.too-many', 409);
  const seq = Math.max(0, ...before.map((row) => row.seq)) + 1;
  await tx
    .insertInto('question_message')
    .values({
      question_id: thread.id,
      seq,
      centre_id: thread.centre_id,
      author: 'asker',
      sealed: await sealSaid(
        [centre.key.recipient, thread.asker_recipient],
        { questionId: thread.id, seq, author: 'asker' },
        said,
      ),
      intake_key_id: centre.key.id,
      mark,
      day: centre.today,
      guides: JSON.stringify([]) as never,
      answered_by: null,
    })
    .execute();
  return true;
}
