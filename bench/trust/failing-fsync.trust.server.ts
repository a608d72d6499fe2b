import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { askCluster } from './ask-cluster.server.ts';
import { failSync, requireStrace } from './inject-fsync.server.ts';
import type { Cluster } from './machine-app.server.ts';
import { tryMachine } from './machine-trial.server.ts';
import type { TrustCheck, TrustRun } from './trust-check.ts';

export const check: TrustCheck = {
  name: 'failing-fsync',
  promise:
    'A disk that fails to take what it was given never makes Serai say that something was saved, and nothing is damaged.',
  unit: 'failed syncs',
  counts: { fast: 8, night: 200, small: 3 },
  faults: ['false-acknowledgement'],
  run,
};

/** Where it fails: the log of a cluster as people write, or its tables at a checkpoint. */
const points = [
  { cluster: 'main', call: 'fdatasync' },
  { cluster: 'main', call: 'fsync' },
  { cluster: 'keys', call: 'fdatasync' },
  { cluster: 'main', call: 'fdatasync' },
  { cluster: 'keys', call: 'fsync' },
] as const;

async function run({ count, folder, fault, seed, tell }: TrustRun) {
  requireStrace();
  const random = seededRandom(`failing-fsync/${seed}`);
  const struck = new Map<string, number>();
  const plants = fault === 'false-acknowledgement' ? [fault as 'false-acknowledgement'] : [];
  const outcome = await tryMachine(
    folder,
    { plants },
    async ({ machine, dataDir, load, back, broken, untilWriting }) => {
      for (let round = 0; round < count; round += 1) {
        const { cluster, call } = points[round % points.length] ?? points[0];
        const nth = call === 'fsync' ? random.int(1, 3) : random.int(1, 12);
        const injection = await failSync(dataDir, cluster, {
          call,
          nth,
          log: join(folder, `strace-${round}`),
        });
        if (call === 'fsync' || cluster === 'keys') void provoke(dataDir, cluster, call);
        const failed = await injection.struck(15_000);
        await injection.release();
        if (failed) struck.set(`${cluster} ${call}`, (struck.get(`${cluster} ${call}`) ?? 0) + 1);
        else broken.push(`point ${round + 1}: no ${call} of the ${cluster} came to fail`);
        await delay(60);
        await machine.untilReady(30_000);
        back.push(await untilWriting());
        if ((round + 1) % 10 === 0)
          tell(`${round + 1} failed syncs, ${load.acknowledged.length} acknowledged`);
      }
    },
  );
  const where = [...struck].map(([point, times]) => `${point} × ${times}`).join(', ');
  return { ...outcome, figures: { 'failed at': where, ...outcome.figures } };
}

/**
 * Tables are brought to the disk at a checkpoint; keys are minted by the handful, so their log is written to on purpose,
 * often enough by one process that its n-th call comes.
 */
async function provoke(dataDir: string, cluster: Cluster, call: 'fsync' | 'fdatasync'): Promise<void> {
  const written = `perform pg_logical_emit_message(true, 'serai', repeat('x', 200)); commit;`;
  try {
    await askCluster(dataDir, cluster, `do $$ begin for i in 1..40 loop ${written} end loop; end $$`);
    if (call === 'fsync') await askCluster(dataDir, cluster, 'checkpoint');
  } catch {
    // The server went down over it, as it should.
  }
}
