import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '#platform/actor.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { resolveActor } from '#modules/staff/index.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { type DoorWorld, openDoors } from '../../checks/doors/door-world.testing.ts';
import { createLot } from './lot.ts';
import { openMailCatcher } from './mail-catcher.server.ts';
import { type Race, revocationKinds, setUpRace } from './revocation-kinds.server.ts';
import { serveShard, shareOf, type ShardTask } from './shards.server.ts';
import type { TrustOutcome } from './trust-check.ts';

const atOnce = 4;
/** Milliseconds after the revocation was answered after which nothing may be served; and for which it is asked for. */
const grace = 1_000;
const watched = 1_250;

serveShard(async (task, tell) => {
  const mail = await openMailCatcher();
  const world = await openDoors();
  Object.assign(world.house.config, { smtpUrl: mail.url });
  await breakHouse(world, task.fault);
  const lot = createLot(task.seed * 1_000 + task.shard);
  const kinds = lot.shuffled(revocationKinds);
  const share = shareOf(task);
  const faults: string[] = [];
  let begun = 0;
  let done = 0;
  let longest = 0;
  let served = 0;
  const race = async (): Promise<void> => {
    while (begun < share) {
      const kind = kinds[begun % kinds.length] ?? 'signed-out';
      begun += 1;
      const seen = await run(await setUpRace(kind, world, mail), 20 + lot.below(150));
      done += 1;
      served += seen.before;
      longest = Math.max(longest, seen.last);
      if (seen.last > grace)
        faults.push(`${kind}: served ${seen.last.toFixed(0)} ms after it was taken away`);
      if (seen.before === 0) faults.push(`${kind}: nothing was served before, so the race says nothing`);
      if (done % 50 === 0) tell(`part ${task.shard}: ${done} of ${share}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, race));
  await world.house.close();
  await mail.close();
  return {
    done,
    wrong: faults.length,
    faults: faults.slice(0, 20),
    figures: { 'last served after (ms)': longest.toFixed(0), 'served while allowed': String(served) },
  } satisfies TrustOutcome;
});

/** Everybody asks without pause, then the right is taken away, and they go on asking. */
async function run({ asking, revoke }: Race, after: number): Promise<{ before: number; last: number }> {
  let revokedAt = Number.POSITIVE_INFINITY;
  const seen = { before: 0, last: 0 };
  const until = () => performance.now() < revokedAt + watched;
  const asked = asking.map(async (ask) => {
    while (until()) {
      const served = await ask();
      const since = performance.now() - revokedAt;
      if (served && since <= 0) seen.before += 1;
      if (served && since > 0) seen.last = Math.max(seen.last, since);
      await wait(since > 0 ? 110 : 15);
    }
  });
  await wait(after);
  // Whatever the machine is busy with: at least once it was served before it is taken away.
  for (let waited = 0; seen.before === 0 && waited < 100; waited += 1) await wait(50);
  await revoke();
  revokedAt = performance.now();
  await Promise.all(asked);
  return seen;
}

/** The house, broken in one way on purpose. */
async function breakHouse(world: DoorWorld, fault: ShardTask['fault']): Promise<void> {
  const { house } = world;
  if (fault === 'cached-session') Object.assign(world, { app: await withCache(house) });
  // Rows that stay as they were, as if the change had been forgotten.
  if (fault === 'session-survives')
    await keepAs(house, 'session', 'new.ended_at := null; new.locked_at := null;');
  if (fault === 'reader-stays') await keepAs(house, 'restricted_reader', 'return null;', 'delete');
  if (fault === 'consent-deaf')
    await keepAs(house, 'consent', `if new.status in ('refused', 'withdrawn') then return null; end if;`);
}

async function keepAs(
  { admin }: TestHouse,
  table: string,
  change: string,
  when: 'insert or update' | 'delete' = 'insert or update',
): Promise<void> {
  await admin.query(
    `create function public.keep_${table}() returns trigger language plpgsql as $$ begin ${change} return new; end $$`,
  );
  await admin.query(
    `create trigger keep before ${when} on serai.${table} for each row execute function public.keep_${table}()`,
  );
}

/** Who was recognised once stays recognised for five seconds, and the wall is not asked either. */
async function withCache(house: TestHouse): Promise<DoorWorld['app']> {
  await keepAs(house, 'session', 'new.ended_at := null;');
  const kept = new Map<string, { actor: Actor; until: number }>();
  return (await loadBuiltServer()).createApp(house, {
    resolveActor: async (at, token) => {
      const known = kept.get(token ?? '');
      if (known && known.until > performance.now()) return known.actor;
      const actor = await resolveActor(at, token);
      kept.set(token ?? '', { actor, until: performance.now() + 5_000 });
      return actor;
    },
  });
}
