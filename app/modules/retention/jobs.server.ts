import type { Kysely } from 'kysely';
import type { CentreTables } from '#modules/centres/index.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { House } from '#platform/house.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { lookThrough } from './operations/look-through.server.ts';

/** Every centre of the house, each under its own rules. One that fails does not stop the others. */
export async function lookThroughAll(house: House): Promise<void> {
  const reader: Kysely<CentreTables> = house.databases.reader;
  for (const { id } of await reader.selectFrom('centre').select('id').execute())
    await execute(house, lookThrough, await beginJob(house, id), {}).catch((error: unknown) =>
      house.log.error('retention.look-failed', error, { centre: id }),
    );
}

/** Before the other work of the night: what they write would make a wrong clock look right. */
const look: Job = { task: 'look-through-retention', schedule: '5 1 * * *', run: lookThroughAll };

export const retentionJobs: Job[] = [look];
