import { jobs } from '#app/jobs.server.ts';
import { permissions } from '#app/permissions.ts';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { replayErasures } from '#modules/erasures/index.server.ts';
import { startBackups } from '#platform/backup/run-backups.server.ts';
import type { Config } from '#platform/config.server.ts';
import { type House, openHouse } from '#platform/house.server.ts';
import { runJobs } from '#platform/jobs/run-jobs.server.ts';
import { createLog, type Log } from '#platform/log.server.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { noteSealedStart } from '#platform/vault/start-sealed.server.ts';
import type { OpeningOrder } from './serving.ts';

/** The house as every command opens it. */
export function openWholeHouse(config: Config, log: Log = createLog(config.log)): Promise<House> {
  return openHouse(config, { policy: composePolicy(permissions), log });
}

/**
 * A house at work: jobs run, and the index of people is being built beside everything else. A sealed one is at work too,
 * for the public; jobs and index wait until it is opened.
 */
export async function openCentre(
  config: Config,
  log: Log,
  opening: Partial<OpeningOrder> = {},
): Promise<House> {
  const { servers, sealed, prepared } = opening;
  const house = await openHouse(config, {
    policy: composePolicy(permissions),
    log,
    ...(servers && { servers: { ...servers, stop: async () => {} } }),
    ...(sealed && { sealed }),
    ...(prepared && { prepared }),
  });
  try {
    if (house.vault.isSealed) await noteSealedStart(house);
    startBackups(house);
    // Whoever came back with an older copy of the records is gone again before anybody looks.
    await house.onUnlock(async () => {
      await replayErasures(house);
    });
    await house.onUnlock(() => runJobs(house, jobs));
    await house.onUnlock(() => {
      // It answers 503 by itself until it is whole; the rest of the house need not wait for it.
      peopleIndex(house).ready.catch((error: unknown) => house.log.error('people-index.failed', error));
    });
    return house;
  } catch (error) {
    await house.close();
    throw error;
  }
}
