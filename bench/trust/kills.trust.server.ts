import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { quantile } from '../bench-figure.ts';
import { seconds, tryMachine } from './machine-trial.server.ts';
import type { TrustCheck, TrustRun } from './trust-check.ts';

type Victim = 'app' | 'database' | 'both';

/** Of twelve kills five are of the program, five of a database, two of all: 500, 500 and 200 of 1,200. */
const half: readonly Victim[] = ['app', 'database', 'app', 'database', 'both'];
const victims: readonly Victim[] = [...half, ...half, 'app', 'database'];
const mayTake = 10_000;

export const check: TrustCheck = {
  name: 'kills',
  promise:
    'Whatever is killed while people write, what was acknowledged is there once, nothing else is, and work goes on within ten seconds.',
  unit: 'kills',
  counts: { fast: 24, night: 1_200, small: 6 },
  faults: ['acknowledge-before-commit', 'no-idempotency'],
  run,
};

function run({ count, folder, fault, seed, tell }: TrustRun) {
  const random = seededRandom(`kills/${seed}`);
  const plants = fault === 'acknowledge-before-commit' ? [fault as 'acknowledge-before-commit'] : [];
  return tryMachine(
    folder,
    {
      plants,
      async also(admin) {
        if (fault !== 'no-idempotency') return;
        // The key that comes is kept under another name: nobody who repeats a write is recognised.
        await admin.query(
          `create function forget_key() returns trigger language plpgsql as $$ begin new.key = gen_random_uuid()::text; return new; end $$`,
        );
        await admin.query(
          'create trigger forget before insert on idempotency for each row execute function forget_key()',
        );
      },
    },
    async ({ machine, load, back, broken, untilWriting }) => {
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
        await untilWriting();
        const took = performance.now() - killed;
        back.push(took);
        if (took > mayTake) broken.push(`kill ${round + 1} (${victim}): back only after ${seconds(took)}`);
        await load.repeatSome(3);
        if ((round + 1) % 20 === 0)
          tell(
            `${round + 1} kills, ${load.acknowledged.length} acknowledged, back after at most ${seconds(quantile(back, 1))}`,
          );
      }
    },
  );
}
