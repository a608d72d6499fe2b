import { beginJob } from '#modules/staff/index.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { sendMessage } from './operations/send-message.server.ts';

const send: Job = {
  task: 'send-message',
  async run(house, { messageId, centreId }) {
    const actor = await beginJob(house, String(centreId));
    const state = await execute(house, sendMessage, actor, { messageId });
    // The queue tries again later, with growing pauses.
    if (state === 'waiting') throw new Error('the mail server did not take the message');
  },
};

export const messageJobs: Job[] = [send];
