import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { createFaultLoad } from '../bench-fault-load.server.ts';
import { quantile } from '../bench-figure.ts';
import { runMachine } from './machine-app.server.ts';
import { prepareCentre } from './machine-centre.server.ts';
import { judgeMachine } from './machine-verdict.server.ts';
import type { TrustCheck, TrustRun } from './trust-check.ts';
import { untilWriting } from './until-writing.server.ts';

type Victim = 'app' | 'database' | 'both';

/** Of twelve kills five are of the program, five of a database, two of all: 500, 500 and 200 of 1,200. */
const victims: readonly Victim[] = [
  'app',
  'database',
  'app',
  'database',
  'both',
  'app',
  'database',
  'app',
  'database',
  'both',
  'app',
  'database',
]; // prettier-ignore
const mayTake = 10_000;

export const check: TrustCheck = {
  name: 'kills',
  promise:
    'Whatever is killed while people write, what was acknowledged is there once, nothing else is, and work goes on within ten seconds.',
  unit: 'kills',
  counts: { fast: 36, night: 1_200, small: 6 },
  faults: ['acknowledge-before-commit', 'no-idempotency'],
  run,
};

async function run({ count, folder, fault, seed, tell }: TrustRun) {
  const dataDir = join(folder, 'data');
  const prepared = await prepareCentre(dataDir, async (admin) => {
    if (fault !== 'no-idempotency') return;
    // The key that comes is kept under another name: nobody who repeats a write is recognised.
    await admin.query(
      `create function forget_key() returns trigger language plpgsql as $$ begin new.key = gen_random_uuid()::text; return new; end $$`,
    );
    await admin.query(
      'create trigger forget before insert on idempotency for each row execute function forget_key()',
    );
  });
  const plants = fault === 'acknowledge-before-commit' ? [fault as 'acknowledge-before-commit'] : [];
  const machine = await runMachine(dataDir, { plants });
  const load = createFaultLoad({ url: machine.url, ...prepared });
  const random = seededRandom(`kills/${seed}`);
  const back: number[] = [];
  const broken: string[] = [];
  let late = 0;
  try {
    await machine.untilReady(60_000);
    load.run(6);
    await untilWriting(load, 30_000);
    for (let round = 0; round < count; round += 1) {
      await delay(50 + random.int(0, 450));
      const victim = victims[round % victims.length] ?? 'app';
      const cluster = random.chance(0.5) ? 'main' : 'keys';
      const killed = performance.now();
      if (victim !== 'database') machine.killApp();
      if (victim === 'both') machine.killDatabase('main');
      if (victim !== 'app') machine.killDatabase(victim === 'both' ? 'keys' : cluster);
      // Answers that were on their way still arrive; what comes after them was written after the kill.
      await delay(60);
      await untilWriting(load, 60_000);
      const took = performance.now() - killed;
      back.push(took);
      if (took > mayTake) {
        late += 1;
        broken.push(`kill ${round + 1} (${victim}): back only after ${(took / 1000).toFixed(1)} s`);
      }
      await load.repeatSome(3);
      if ((round + 1) % 20 === 0)
        tell(
          `${round + 1} kills, ${load.acknowledged.length} acknowledged, back after at most ${(quantile(back, 1) / 1000).toFixed(1)} s`,
        );
    }
    await load.settle(60_000);
    await load.repeatSome(20);
  } catch (error) {
    broken.push(error instanceof Error ? error.message : String(error));
  }
  await machine.halt('SIGTERM');
  const verdict = await judgeMachine(dataDir, load, prepared.before);
  return {
    done: back.length,
    wrong: verdict.wrong + late + (broken.length > late ? 1 : 0),
    faults: [...broken, ...verdict.faults],
    figures: {
      'back after': `median ${seconds(quantile(back, 0.5))}, p95 ${seconds(quantile(back, 0.95))}, at most ${seconds(quantile(back, 1))}`,
      ...verdict.figures,
    },
  };
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
