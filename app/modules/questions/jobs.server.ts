import { type Kysely, sql } from 'kysely';
import { type CentreTables, settingOf } from '#modules/centres/index.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { JobActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { addDays, localDay } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { isProblem } from '#platform/problem.ts';
import { discardKey } from './operations/discard-key.server.ts';
import { expireQuestion } from './operations/expire-question.server.ts';
import { makeKey } from './operations/make-key.server.ts';
import { remindQuestion } from './operations/remind-question.server.ts';
import type { QuestionTables } from './question.tables.server.ts';
import { receivePending } from './receive-pending.server.ts';

/** A key serves this long; then what was deleted and is only in a backup comes nearer to being unreadable. */
const keyDays = 30;
/** Somebody may hold a form made for a key that was retired meanwhile. */
const graceDays = 7;
const most = 500;

/**
 * A minute after a centre opened it can be asked: gives every centre without a key its first one. Everything else
 * is done once a day, so that no row tells when something was asked.
 */
export async function openIntake(house: House): Promise<void> {
  const reader: Kysely<CentreTables & QuestionTables> = house.databases.reader;
  const without = await reader
    .selectFrom('centre')
    .select('id')
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('intake_key')
            .select('intake_key.id')
            .whereRef('intake_key.centre_id', '=', 'centre.id')
            .where('retired_on', 'is', null),
        ),
      ),
    )
    .execute();
  for (const { id } of without) await execute(house, makeKey, await beginJob(house, id), {});
}

/** The daily round of every centre: a fresh key when it is time, the chain, what is overdue, what is too old. */
export async function tendQuestions(house: House): Promise<void> {
  const reader: Kysely<CentreTables> = house.databases.reader;
  for (const { id } of await reader.selectFrom('centre').select('id').execute()) {
    const actor = await beginJob(house, id);
    const today = localDay(house.clock.now(), actor.centre.timeZone);
    const todo = await findTodo(house, actor, today);
    if (todo.needsKey) await execute(house, makeKey, actor, {});
    await receivePending(house, actor, { before: today });
    for (const questionId of todo.old)
      await attempt(() => execute(house, expireQuestion, actor, { questionId }));
    for (const questionId of todo.waiting)
      await attempt(() => execute(house, remindQuestion, actor, { questionId }));
    for (const keyId of todo.spentKeys) await attempt(() => execute(house, discardKey, actor, { keyId }));
  }
}

function findTodo(house: House, actor: JobActor, today: string) {
  const database: Kysely<QuestionTables> = house.databases.reader;
  const keepDays = settingOf(actor.centre.settings, 'retention.question-days');
  return database.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
    const own = tx
      .selectFrom('intake_key')
      .select(['id', 'made_on', 'retired_on'])
      .where('centre_id', '=', actor.centre.id);
    const keys = await own.execute();
    const inUse = keys.find((key) => key.retired_on === null);
    const old = await tx
      .selectFrom('question')
      .select('id')
      .where('last_on', '<=', addDays(today, -keepDays))
      .limit(most)
      .execute();
    const waiting = await tx
      .selectFrom('question')
      .select('id')
      .where('waiting_since', '<', today)
      .where('task_on', 'is', null)
      .limit(most)
      .execute();
    return {
      needsKey: inUse === undefined || inUse.made_on <= addDays(today, -keyDays),
      old: old.map((row) => row.id),
      waiting: waiting.map((row) => row.id),
      spentKeys: keys
        .filter((key) => key.retired_on !== null && key.retired_on <= addDays(today, -graceDays))
        .map((key) => key.id),
    };
  });
}

/** What is not due after all, still needed or gone meanwhile waits for another night. */
async function attempt(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isProblem(error) || error.status >= 500) throw error;
  }
}

export const questionJobs: Job[] = [
  { task: 'open-intake', schedule: '* * * * *', run: openIntake },
  { task: 'tend-questions', schedule: '50 1 * * *', run: tendQuestions },
];
