import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { carryOutErasure } from './carry-out-erasure.server.ts';
import { replayErasures, resumeErasures } from './replay-erasures.server.ts';

const erase: Job = {
  task: 'erase-person',
  async run(house, { erasureId }) {
    await carryOutErasure(house, String(erasureId));
  },
};

/** What broke off goes on within minutes; who came back with an old copy goes again in the night at the latest. */
const resume: Job = { task: 'resume-erasures', schedule: '*/5 * * * *', run: resumeErasures };
const replay: Job = {
  task: 'replay-erasures',
  schedule: '50 1 * * *',
  async run(house) {
    await replayErasures(house);
  },
};

export const erasureJobs: Job[] = [erase, resume, replay];
