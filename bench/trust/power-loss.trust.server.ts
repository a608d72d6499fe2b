import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { createFaultLoad } from '../bench-fault-load.server.ts';
import { quantile } from '../bench-figure.ts';
import { runMachine } from './machine-app.server.ts';
import { prepareCentre } from './machine-centre.server.ts';
import { judgeMachine } from './machine-verdict.server.ts';
import { cutPower } from './power-cut.server.ts';
import type { TrustCheck, TrustRun } from './trust-check.ts';
import { untilWriting } from './until-writing.server.ts';

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
  const dataDir = join(folder, 'data');
  const prepared = await prepareCentre(dataDir, async (records, keys) => {
    if (fault !== 'synchronous-commit-off') return;
    for (const admin of [records, keys]) {
      await admin.query('alter system set synchronous_commit = off');
      // As on a busy machine, where the writer in the background does not come round at once.
      await admin.query(`alter system set wal_writer_delay = '10s'`);
    }
  });
  const machine = await runMachine(dataDir);
  const load = createFaultLoad({ url: machine.url, ...prepared });
  const random = seededRandom(`power-loss/${seed}`);
  const broken: string[] = [];
  const unflushed: number[] = [];
  const back: number[] = [];
  try {
    await machine.untilReady(60_000);
    load.run(8);
    for (let cut = 0; cut < count; cut += 1) {
      await untilWriting(load, 60_000);
      await delay(100 + random.int(0, 500));
      const cutAt = performance.now();
      const lost = await cutPower(machine, dataDir);
      unflushed.push(lost.unflushed.main + lost.unflushed.keys);
      await delay(60);
      await untilWriting(load, 60_000);
      back.push(performance.now() - cutAt);
      if ((cut + 1) % 10 === 0) tell(`${cut + 1} power cuts, ${load.acknowledged.length} acknowledged`);
    }
    await load.settle(60_000);
  } catch (error) {
    broken.push(error instanceof Error ? error.message : String(error));
  }
  await machine.halt('SIGTERM');
  const verdict = await judgeMachine(dataDir, load, prepared.before);
  return {
    done: back.length,
    wrong: verdict.wrong + broken.length,
    faults: [...broken, ...verdict.faults],
    figures: {
      'WAL that was written but not flushed': `in ${unflushed.filter((bytes) => bytes > 0).length} of ${unflushed.length} cuts, at most ${quantile(unflushed, 1)} bytes`,
      'back after': `median ${(quantile(back, 0.5) / 1000).toFixed(1)} s, at most ${(quantile(back, 1) / 1000).toFixed(1)} s`,
      ...verdict.figures,
    },
  };
}
