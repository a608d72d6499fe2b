import { sweepKeys } from '../vault/sweep-keys.server.ts';
import { agreesWithLast } from './steady-clock.server.ts';
import type { Job } from './run-jobs.server.ts';

/** Every night, when the desk is closed: destroys keys that nothing needs any more. */
const sweep: Job = {
  task: 'sweep-keys',
  schedule: '20 1 * * *',
  async run(house) {
    if (!agreesWithLast(house.config.dataDir, 'sweep-keys', house.clock.now())) {
      house.log.info('keys.sweep-put-off', {});
      return;
    }
    const { expiredKeys, orphanKeys } = await sweepKeys(house);
    house.log.info('keys.swept', { expiredKeys, orphanKeys });
  },
};

export const houseKeepingJobs: Job[] = [sweep];
