import type { Kysely } from 'kysely';
import { beginJob } from '#modules/staff/index.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { NetworkTables } from './network.tables.server.ts';
import { noteAsk } from './operations/note-ask.server.ts';

/** After an ask: every centre whose files it touched writes that down, in its own record. */
const noteNetworkAsk: Job = {
  task: 'note-network-ask',
  async run(house, { askId }) {
    const centres = await (house.databases.auth as Kysely<NetworkTables>)
      .selectFrom('network_match')
      .select('centre_id')
      .distinct()
      .where('ask_id', '=', String(askId))
      .execute();
    for (const { centre_id } of centres) {
      try {
        await execute(house, noteAsk, await beginJob(house, centre_id), { askId });
      } catch (error) {
        // The person was restricted in the meantime: nothing about them is said any more.
        if (!isProblem(error) || error.code !== 'not-found') throw error;
      }
    }
  },
};

export const networkJobs: Job[] = [noteNetworkAsk];
