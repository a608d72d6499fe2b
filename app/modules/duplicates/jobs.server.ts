import type { Kysely } from 'kysely';
import type { CentreTables } from '#modules/centres/index.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { forgetOldMerges } from './forget-old-merges.server.ts';
import { lookAgain } from './operations/look-again.server.ts';
import { startScan } from './operations/start-scan.server.ts';
import { scanDuplicates } from './scan-duplicates.server.ts';

const scan: Job = {
  task: 'scan-duplicates',
  run: (house, { centreId }) => scanDuplicates(house, String(centreId)),
};

/** After an import, when the whole register may look alike in new places. */
const begin: Job = {
  task: 'begin-duplicate-scan',
  async run(house, { centreId }) {
    await execute(house, startScan, await beginJob(house, String(centreId)), {});
  },
};

/** In the night to Sunday, for what no single change could show. */
const weekly: Job = {
  task: 'begin-every-duplicate-scan',
  schedule: '10 2 * * 0',
  async run(house) {
    const reader: Kysely<CentreTables> = house.databases.reader;
    for (const { id } of await reader.selectFrom('centre').select('id').execute())
      await execute(house, startScan, await beginJob(house, id), {});
  },
};

const look: Job = {
  task: 'look-for-duplicates',
  async run(house, { centreId, clientId }) {
    await execute(house, lookAgain, await beginJob(house, String(centreId)), { clientId });
  },
};

const forget: Job = { task: 'forget-old-merges', schedule: '20 1 * * *', run: forgetOldMerges };

export const duplicateJobs: Job[] = [scan, begin, weekly, look, forget];
