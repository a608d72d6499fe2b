import { beginJob } from '#modules/staff/index.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { isProblem } from '#platform/problem.ts';
import { noteTransfer } from './operations/note-transfer.server.ts';

/** One centre made a step: the other writes it into its own record. */
const noteTransferJob: Job = {
  task: 'note-transfer',
  async run(house, { transferId, centreId }) {
    try {
      await execute(house, noteTransfer, await beginJob(house, String(centreId)), { transferId });
    } catch (error) {
      // A restricted file is out of a job's reach: its readers see the step on the transfer itself.
      if (!isProblem(error) || error.code !== 'not-found') throw error;
    }
  },
};

/** The move is over: what was sent can be read by nobody any more. */
const shredTransfer: Job = {
  task: 'shred-transfer',
  async run(house, { keyId }) {
    if (typeof keyId === 'string') await house.vault.keys.shred(keyId);
  },
};

export const transferJobs: Job[] = [noteTransferJob, shredTransfer];
