import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { sendNotices } from './send-notices.server.ts';

/** Every minute; a try asks for it at once. */
export const integrationJobs: Job[] = [
  {
    task: 'send-notices',
    schedule: '* * * * *',
    async run(house) {
      await sendNotices(house);
    },
  },
];
