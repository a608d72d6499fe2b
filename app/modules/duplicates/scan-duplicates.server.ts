import { peopleIndex } from '#modules/clients/index.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { keepScanned } from './operations/keep-scanned.server.ts';
import { runningScan } from './queries/running-scan.query.server.ts';

/** People looked at before what was found is kept: less than a second of work to lose. */
const stretch = 1_000;

/** Goes on with the look through a centre's register from where it stands to the end. Running twice does it once. */
export async function scanDuplicates(house: House, centreId: string): Promise<void> {
  const actor = await beginJob(house, centreId);
  for (;;) {
    const scan = await read(house, runningScan, actor, {});
    if (!scan) return;
    const swept = await peopleIndex(house).sweep(centreId, scan.position, stretch);
    await execute(house, keepScanned, actor, { scanId: scan.id, after: scan.position, swept });
  }
}
