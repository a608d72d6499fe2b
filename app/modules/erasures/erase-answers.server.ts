import { sql } from 'kysely';
import { type PersonErased } from '#modules/clients/index.server.ts';
import { forgetAnswers } from '#platform/operations/forget-answers.server.ts';

/** What the house itself keeps on the way: first answers to forms, and jobs that wait. */
export const eraseAnswers: PersonErased = {
  tables: { idempotency: 'forgotten' },
  async erase({ house, on, personIds, contactIds }) {
    const ids = [...personIds, ...contactIds];
    const answers = await forgetAnswers(on(), house.vault, ids);
    const jobs = await sql<{ gone: number }>`select serai_queue.forget_jobs(${ids}::uuid[]) as gone`.execute(
      on(),
    );
    return answers + (jobs.rows[0]?.gone ?? 0);
  },
};
