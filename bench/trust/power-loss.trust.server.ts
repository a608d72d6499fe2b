import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { quantile } from '../bench-figure.ts';
import { tryMachine } from './machine-trial.server.ts';
import { cutPower } from './power-cut.server.ts';
import type { TrustCheck, TrustRun } from './trust-check.ts';

export const check: TrustCheck = {
  name: 'power-loss',
  promise:
    'When the power goes, all that was acknowledged had reached the disk: records, and the keys that open them.',
  unit: 'power cuts',
  counts: { fast: 10, night: 100, small: 3 },
  faults: ['synchronous-commit-off'],
  run,
};

async function run({ count, folder, fault, seed, tell }: TrustRun) {
  const random = seededRandom(`power-loss/${seed}`);
  const unflushed: number[] = [];
  const outcome = await tryMachine(
    folder,
    {
      workers: 8,
      async also(records, keys) {
        if (fault !== 'synchronous-commit-off') return;
        for (const admin of [records, keys]) {
          await admin.query('alter system set synchronous_commit = off');
          // As on a busy machine, where the writer in the background does not come round at once.
          await admin.query(`alter system set wal_writer_delay = '10s'`);
        }
      },
    },
    async ({ machine, dataDir, load, back, untilWriting }) => {
      for (let cut = 0; cut < count; cut += 1) {
        await delay(100 + random.int(0, 500));
        const cutAt = performance.now();
        const lost = await cutPower(machine, dataDir);
        unflushed.push(lost.unflushed.main + lost.unflushed.keys);
        await delay(60);
        await untilWriting();
        back.push(performance.now() - cutAt);
        if ((cut + 1) % 10 === 0) tell(`${cut + 1} power cuts, ${load.acknowledged.length} acknowledged`);
      }
    },
  );
  const some = unflushed.filter((bytes) => bytes > 0).length;
  return {
    ...outcome,
    figures: {
      'written but not flushed': `in ${some} of ${unflushed.length} cuts, at most ${quantile(unflushed, 1)} bytes of WAL`,
      ...outcome.figures,
    },
  };
}
