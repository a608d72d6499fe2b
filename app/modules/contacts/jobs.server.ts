import type { Kysely } from 'kysely';
import type { CentreTables } from '#modules/centres/index.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { isProblem } from '#platform/problem.ts';
import { openCalls } from './operations/open-calls.server.ts';
import { sendReminder } from './operations/send-reminder.server.ts';

/** The morning a follow-up by e-mail is due: asks the rules again, then sends or stays silent. */
const remindFollowUp: Job = {
  task: 'remind-follow-up',
  async run(house, { followUpId, centreId }) {
    const actor = await beginJob(house, String(centreId));
    try {
      await execute(house, sendReminder, actor, { followUpId });
    } catch (error) {
      // Out of a job's reach: the person is restricted by now, and nothing is sent to restricted people.
      if (!isProblem(error) || error.code !== 'not-found') throw error;
    }
  },
};

/** Every night, in each centre: the calls about a decision that are due. */
const openCampaign: Job = {
  task: 'open-campaign',
  schedule: '10 2 * * *',
  async run(house) {
    const reader: Kysely<CentreTables> = house.databases.reader;
    for (const { id } of await reader.selectFrom('centre').select('id').execute())
      await execute(house, openCalls, await beginJob(house, id), {});
  },
};

export const contactJobs: Job[] = [remindFollowUp, openCampaign];
