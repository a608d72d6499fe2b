import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { type Trial, tryMachine } from './machine-trial.server.ts';
import { askCluster } from './ask-cluster.server.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.server.ts';
import type { TrustCheck, TrustRun } from './trust-check.ts';

export const check: TrustCheck = {
  name: 'disk-full',
  promise:
    'While the disk is full people are told that nothing was saved; nothing is damaged, and work goes on when there is space again.',
  unit: 'full disks',
  counts: { fast: 4, night: 50, small: 2 },
  faults: ['false-acknowledgement'],
  run,
};

const refusals = 4;

async function run({ count, folder, fault, seed, tell }: TrustRun) {
  const disk = mountSmallDisk(join(folder, 'disk'), 900);
  const random = seededRandom(`disk-full/${seed}`);
  const waited: number[] = [];
  try {
    const outcome = await tryMachine(
      folder,
      {
        dataDir: join(disk.folder, 'data'),
        plants: fault === 'false-acknowledgement' ? [fault] : [],
      },
      async (trial) => {
        for (let round = 0; round < count; round += 1) {
          await delay(random.int(0, 400));
          const began = performance.now();
          await untilRefused(trial, disk);
          waited.push(performance.now() - began);
          // Some fill-ups last, so that restarts of the database meet the full disk too.
          await delay(random.chance(0.25) ? 3_000 : 200);
          disk.empty();
          trial.back.push(await trial.untilWriting());
          // Logs of changes that have had their use are given back now, not in five minutes: the disk is small.
          for (const cluster of ['main', 'keys'] as const)
            await askCluster(trial.dataDir, cluster, 'checkpoint');
          tell(
            `${round + 1} full disks, ${trial.load.seen.get(507) ?? 0} × 507, ${trial.load.seen.get(503) ?? 0} × 503`,
          );
        }
      },
    );
    const longest = Math.max(0, ...waited) / 1000;
    return {
      ...outcome,
      figures: { 'first refusals': `within ${longest.toFixed(1)} s`, ...outcome.figures },
    };
  } finally {
    disk.unmount();
  }
}

/** Until some writes were refused for want of space, or because the database stands still for want of space. */
async function untilRefused({ load, dataDir, broken }: Trial, disk: SmallDisk): Promise<void> {
  const refused = () => (load.seen.get(507) ?? 0) + (load.seen.get(503) ?? 0);
  const before = refused();
  const end = performance.now() + 40_000;
  disk.fill();
  while (refused() < before + refusals) {
    if (performance.now() > end) {
      broken.push('nobody was told within 40 s that the disk is full');
      return;
    }
    // A begun segment of the log has its space already; the next one must find none.
    await askCluster(dataDir, 'main', 'select pg_switch_wal()').catch(() => undefined);
    await delay(150);
    disk.fill();
  }
}
