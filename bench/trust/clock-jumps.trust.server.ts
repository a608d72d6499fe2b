import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { createFaultLoad, type FaultLoad } from '../bench-fault-load.server.ts';
import { askCluster } from './ask-cluster.server.ts';
import { createFakeClock, type FakeClock, startClusterBy } from './fake-clock.server.ts';
import { type Machine, runMachine } from './machine-app.server.ts';
import { prepareCentre } from './machine-centre.server.ts';
import { judgeMachine } from './machine-verdict.server.ts';
import type { TrustCheck, TrustRun } from './trust-check.ts';

export const check: TrustCheck = {
  name: 'clock-jumps',
  promise:
    'Whatever the clock of the computer does, ten years ahead or back: nothing is damaged or falsely acknowledged, no keys are destroyed before their time, no session lives for years, and everybody can sign in afterwards.',
  unit: 'jumps',
  counts: { fast: 4, night: 40, small: 3 },
  faults: ['sweep-by-the-clock', 'false-acknowledgement'],
  run,
};

/** Days from the true time; between two the clock is put right again. */
const leaps = [3_650, -3_650, 400, -400, 40, 3_650, -40];

async function run({ count, folder, fault, seed, tell }: TrustRun) {
  const dataDir = join(folder, 'data');
  const clock = createFakeClock(folder);
  const prepared = await prepareCentre(dataDir, async (_, keys) => {
    if (fault !== 'sweep-by-the-clock') return;
    // Broken on purpose: a key that is older than a year by the clock of the day is destroyed when the next one is made.
    await keys.query(
      `create function destroy_old() returns trigger language plpgsql security definer as $$ begin
         update wrapped_key set wrapped = null, shredded_at = now() where created_at < now() - interval '1 year' and wrapped is not null;
         return null; end $$`,
    );
    await keys.query(
      'create trigger destroy_old after insert on wrapped_key for each statement execute function destroy_old()',
    );
  });
  for (const cluster of ['main', 'keys'] as const) await startClusterBy(clock, dataDir, cluster);
  const machine = await runMachine(dataDir, {
    program: 'clock.child.server.ts',
    plants: fault === 'false-acknowledgement' ? [fault] : [],
    environment: clock.environment,
  });
  const random = seededRandom(`clock-jumps/${seed}`);
  const wrong: string[] = [];
  const loads: FaultLoad[] = [];
  let done = 0;
  try {
    await machine.untilReady(60_000);
    for (let jump = 0; jump < count; jump += 1) {
      const days = (leaps[jump % leaps.length] ?? 0) + random.int(-3, 3);
      await runJobs(machine);
      const before = await machine.ask<string>('open-session');
      await signIn(machine, wrong, 'before the clock jumped');
      await turn(clock, machine, days);
      if (await isGood(machine.url, before))
        wrong.push(`a session lived on when the clock went ${days} days`);
      if (fault === 'false-acknowledgement') machine.killDatabase('main');
      loads.push(await writeSome(machine, prepared));
      await signIn(machine, wrong, `${days} days away`);
      await runJobs(machine);
      const there = await machine.ask<string>('open-session');
      await turn(clock, machine, 0);
      if (await isGood(machine.url, there))
        wrong.push(`a session begun ${days} days away was good when the clock was right again`);
      loads.push(await writeSome(machine, prepared));
      await signIn(machine, wrong, `after a time ${days} days away`);
      wrong.push(...(await destroyedKeys(dataDir)).map((line) => `${line} (${days} days)`));
      done += 1;
      tell(`jump of ${days} days: ${wrong.length} wrong so far`);
    }
  } catch (error) {
    wrong.push(error instanceof Error ? error.message : String(error));
  }
  await machine.halt('SIGTERM');
  if (loads.length === 0) return { done, wrong: wrong.length, faults: wrong };
  const verdict = await judgeMachine(dataDir, joined(loads), prepared.before);
  return {
    done,
    wrong: wrong.length + verdict.wrong,
    faults: [...wrong, ...verdict.faults],
    figures: verdict.figures,
  };
}

async function turn(clock: FakeClock, machine: Machine, days: number): Promise<void> {
  clock.set(days);
  const off = (await machine.ask<number>('now')) - Date.now();
  if (Math.abs(off - days * 86_400_000) > 60_000)
    throw new Error('the program does not see the clock that was set for it');
}

async function signIn(machine: Machine, wrong: string[], when: string): Promise<void> {
  try {
    await machine.ask('sign-in');
  } catch (error) {
    // The same code twice in half a minute is refused, and must be.
    await delay(31_000);
    await machine.ask('sign-in').catch(() => wrong.push(`nobody could sign in ${when}: ${String(error)}`));
  }
}

/** A job that found the database busy or away comes again, here as in the house. */
async function runJobs(machine: Machine, tries = 4): Promise<void> {
  try {
    await machine.ask('run-jobs');
  } catch (error) {
    if (tries === 1) throw error;
    await delay(2_000);
    await runJobs(machine, tries - 1);
  }
}

async function isGood(url: string, token: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/contacts`, {
    headers: { cookie: `serai=${token}` },
    redirect: 'manual',
  });
  await answer.arrayBuffer();
  return answer.status === 200;
}

async function writeSome(
  machine: Machine,
  { siteId, clientIds }: { siteId: string; clientIds: string[] },
): Promise<FaultLoad> {
  const token = await machine.ask<string>('open-session');
  const load = createFaultLoad({ url: machine.url, token, siteId, clientIds });
  load.run(4);
  await delay(700);
  await load.settle(60_000);
  await load.repeatSome(5);
  return load;
}

/** Keys of people and conversations that are gone though nobody was erased, and keys of drafts and answers before their time. */
async function destroyedKeys(dataDir: string): Promise<string[]> {
  const [row] = await askCluster<{ people: number; periods: number }>(
    dataDir,
    'keys',
    `select (count(*) filter (where kind <> 'period'))::int as people, (count(*) filter (where kind = 'period' and expires_at > now()))::int as periods
     from serai.wrapped_key where wrapped is null`,
  );
  return Object.entries(row ?? {}).flatMap(([kind, gone]) =>
    gone > 0 ? [`${gone} keys of ${kind} were destroyed before their time`] : [],
  );
}

/** Several loads as one, for the verdict. */
function joined(loads: readonly FaultLoad[]): FaultLoad {
  const [first] = loads;
  if (!first) throw new Error('nothing was written');
  const seen = new Map<number, number>();
  for (const load of loads)
    for (const [status, times] of load.seen) seen.set(status, (seen.get(status) ?? 0) + times);
  return {
    ...first,
    acknowledged: loads.flatMap(({ acknowledged }) => acknowledged),
    faults: loads.flatMap(({ faults }) => faults),
    unclear: loads.flatMap(({ unclear }) => unclear),
    seen,
  };
}
