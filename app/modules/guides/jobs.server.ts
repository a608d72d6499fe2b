import { beginJob } from '#modules/staff/index.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { bringStarter } from './operations/bring-starter.server.ts';

/** Name of the job that brings the starter pages; the guided set-up orders it. Payload: `{ centreId }`. */
export const bringStarterTask = 'bring-starter';

/** A new centre finds its hub filled with pages to review. Running it twice brings nothing twice. */
const bringStarterOnce: Job = {
  task: bringStarterTask,
  async run(house, { centreId }) {
    await execute(house, bringStarter, await beginJob(house, String(centreId)), {});
  },
};

export const guideJobs: Job[] = [bringStarterOnce];
