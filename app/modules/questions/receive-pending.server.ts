import type { JobActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { receiveQuestion } from './operations/receive-question.server.ts';
import type { QuestionTables } from './question.tables.server.ts';

/**
 * Takes over into the chain what outsiders did: all of earlier days, or all about one question that a colleague is about
 * to open. Nothing of today by itself: the chain tells the second, and of a question only the day is kept.
 */
export async function receivePending(
  house: House,
  actor: JobActor,
  which: { before: string } | { questionId: string },
): Promise<number> {
  const database: Kysely<QuestionTables> = house.databases.reader;
  const pending = await database.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
    let rows = tx
      .selectFrom('intake_log')
      .select('seq')
      .where('chained', '=', false)
      .orderBy('seq')
      .limit(500);
    rows =
      'before' in which
        ? rows.where('day', '<', which.before)
        : rows.where('question_id', '=', which.questionId);
    return rows.execute();
  });
  for (const { seq } of pending) {
    try {
      await execute(house, receiveQuestion, actor, { seq });
    } catch (error) {
      // Another process took it over a moment ago.
      if (!isProblem(error) || error.code !== 'not-found') throw error;
    }
  }
  return pending.length;
}
