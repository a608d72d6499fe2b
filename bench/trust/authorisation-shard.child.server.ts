import { type Actor, isStaff, type StaffActor, type StaffRole } from '#platform/actor.ts';
import type { Policy } from '#platform/policy/policy.ts';
import { openTestHouse } from '#platform/testing/test-house.server.ts';
import { createSetupCode } from '#modules/setup/index.server.ts';
import { addTestStaff } from '#modules/staff/staff.testing.ts';
import { nameOf } from '../../checks/all-actions.ts';
import type { Asker } from '../../checks/authorisation/expected-answers.ts';
import { inFreshSession, openWorld, type World } from '../../checks/authorisation/world.testing.ts';
import { type DoorWorld, openDoors } from '../../checks/doors/door-world.testing.ts';
import { act, sceneOf, takeWallDown } from './authorisation-answers.server.ts';
import { allCells, type Cell, wordOf } from './authorisation-cells.server.ts';
import { createLot } from './lot.ts';
import { serveShard, type ShardTask } from './shards.server.ts';
import type { TrustOutcome } from './trust-check.ts';

serveShard(async (task, tell) => {
  // The same seed gives every part the same order, of which it takes its share.
  const drawn = drawCells(createLot(task.seed), await allCells(), task.count);
  const mine = drawn.filter((_, at) => at % task.of === task.shard);
  const worlds = createWorlds(task.fault);
  const faults: string[] = [];
  const byDoor = new Map<string, number>();
  let done = 0;
  for (const cell of mine) {
    const answer = await answerTo(worlds, cell).catch((error: unknown) => `broke: ${String(error)}`);
    done += 1;
    byDoor.set(cell.door, (byDoor.get(cell.door) ?? 0) + 1);
    if (answer !== cell.expected) faults.push(`${wordOf(cell)}: ${answer} instead of ${cell.expected}`);
    if (done % 1_000 === 0) tell(`part ${task.shard}: ${done} of ${mine.length}`);
  }
  await worlds.close();
  return {
    done,
    wrong: faults.length,
    faults: faults.slice(0, 20),
    figures: Object.fromEntries([...byDoor].map(([door, n]) => [door, String(n)])),
  } satisfies TrustOutcome;
});

/** Of every door its part, by lot; all of them when as many are asked for. What is beyond all is asked once more. */
function drawCells(lot: ReturnType<typeof createLot>, all: Cell[], count: number): Cell[] {
  const drawn: Cell[] = [];
  while (drawn.length < count) drawn.push(...lot.shuffled(all).slice(0, count - drawn.length));
  return drawn;
}

type Worlds = ReturnType<typeof createWorlds>;

/** Worlds are opened when the first cell asks for them. */
function createWorlds(fault: ShardTask['fault']) {
  const opened: { close(): Promise<void> }[] = [];
  const once = <Made>(make: () => Promise<Made>): (() => Promise<Made>) => {
    let made: Promise<Made> | undefined;
    return () => (made ??= make());
  };
  const keep = async <Made extends World>(made: Promise<Made>): Promise<Made> => {
    const world = await made;
    opened.push(world.house);
    return world;
  };
  const pairs = new Map<string, Promise<StaffActor>>();
  return {
    plain: once(async () => {
      const world = await keep(openDoors());
      if (fault === 'wall-down') await takeWallDown(world.house);
      if (fault === 'relations-ignored') Object.assign(world.house, { policy: heedless(world.house.policy) });
      if (fault === 'policy-widened') Object.assign(world.house, { policy: widened(world.house.policy) });
      return world;
    }),
    withoutWall: once(async () => {
      const world = await keep(openWorld());
      await takeWallDown(world.house);
      if (fault === 'relations-ignored') Object.assign(world.house, { policy: heedless(world.house.policy) });
      return world;
    }),
    withoutPolicy: once(async () => {
      const world = await keep(openWorld(openToAll));
      if (fault === 'wall-down') await takeWallDown(world.house);
      return world;
    }),
    empty: once(async () => {
      const house = await openTestHouse();
      opened.push(house);
      return { house, setupCode: await createSetupCode(house) };
    }),
    pair(world: World, both: [StaffRole, StaffRole]): Promise<StaffActor> {
      const name = both.join('+');
      const join = async () =>
        (await addTestStaff(world.house, world.keeper, [...both], world.centre.siteIds[0])).actor;
      const known = pairs.get(name) ?? join();
      pairs.set(name, known);
      return known;
    },
    async close(): Promise<void> {
      for (const house of opened) await house.close();
    },
  };
}

/** Everybody may do everything in every relation: what still holds is the database's wall. */
const openToAll: Policy = {
  mayEver: () => true,
  decide: (_actor, _action, relations) => relations[0] ?? 'centre',
  actions: () => [],
  permission: () => undefined,
};

/** A fault to plant: whoever may do it in any relation may do it in all. */
const heedless = (policy: Policy): Policy => ({
  ...policy,
  decide: (actor, action) => policy.decide(actor, action, ['centre', 'linked', 'own', 'self']) ?? undefined,
});

/** A fault to plant: a volunteer passes for a counsellor. */
function widened(policy: Policy): Policy {
  const more = (actor: Actor): Actor =>
    isStaff(actor) && actor.roles.includes('volunteer')
      ? { ...actor, roles: [...actor.roles, 'counsellor'] }
      : actor;
  return {
    ...policy,
    mayEver: (actor, action) => policy.mayEver(more(actor), action),
    decide: (actor, action, relations) => policy.decide(more(actor), action, relations),
  };
}

async function answerTo(worlds: Worlds, cell: Cell): Promise<string> {
  if (cell.row.standing === 'other-centre') await leaveAlone(await worldFor(worlds, cell));
  switch (cell.door) {
    case 'act':
      return actIn(worlds, await worlds.plain(), cell, (await worlds.plain()).askers[cell.asker]);
    case 'pair':
      return actIn(worlds, await worlds.plain(), cell, await worlds.pair(await worlds.plain(), cell.asker));
    case 'policy-alone':
      return actIn(worlds, await worlds.withoutWall(), cell, (await worlds.withoutWall()).askers[cell.asker]);
    case 'wall-alone':
      return behindWall(await worlds.withoutPolicy(), cell, cell.asker);
    case 'page':
    case 'data':
      return openPage(await worlds.plain(), cell);
    case 'api':
      return callApi(await worlds.plain(), cell);
  }
}

const worldFor = (worlds: Worlds, { door }: Cell): Promise<World> =>
  door === 'wall-alone'
    ? worlds.withoutPolicy()
    : door === 'policy-alone'
      ? worlds.withoutWall()
      : worlds.plain();

/**
 * In the other centre one person does what asks for two, which is let pass only where there are not two. Whoever a cell
 * before has brought in there goes again.
 */
async function leaveAlone({ house, other, stranger }: World): Promise<void> {
  await house.admin.query(
    `update serai.staff_member set status = 'disabled' where centre_id = $1 and id <> $2 and status = 'active'`,
    [other.centreId, stranger.staffId],
  );
}

async function actIn(worlds: Worlds, world: World, cell: Cell, asker: Actor): Promise<string> {
  const onSetup = asker.kind === 'setup' && nameOf(cell.action).startsWith('setup.');
  const empty = onSetup ? await worlds.empty() : undefined;
  const actor = cell.row.standing === 'self' ? await inFreshSession(world.house, asker) : asker;
  const input = await sceneOf(world, cell, actor);
  const given = empty && 'setupCode' in input ? { ...input, setupCode: empty.setupCode } : input;
  return act(empty?.house ?? world.house, cell, actor, given);
}

/** The scene is made with the rule on, by those who may; what is asked is asked with the rule off. */
async function behindWall(world: World, cell: Cell, asker: Asker): Promise<string> {
  const input = await sceneOf(world, cell, world.askers.counsellor);
  return act(world.house, cell, await inFreshSession(world.house, world.askers[asker]), input);
}

/** Rules that stop an act after it was allowed (409, 422) are no refusals; a page that opens or leads on is open. */
function verdict(status: number): string {
  if (status >= 500) return `broke (${status})`;
  return status === 401 || status === 403 || status === 404 ? 'no' : 'yes';
}

async function openPage(world: DoorWorld, cell: Extract<Cell, { path: string }>): Promise<string> {
  const actor = await inFreshSession(world.house, world.askers[cell.asker]);
  const url = await world.fill(cell.path, actor, cell.row.standing);
  const answer = await world.ask(cell.door === 'data' ? `${url.replace(/\/$/, '')}.data` : url, actor);
  const text = await answer.text();
  if (cell.asker !== 'public') return verdict(answer.status);
  // Script is told where to go in the body, a browser in a header.
  const led = cell.door === 'data' ? text : (answer.headers.get('location') ?? '');
  return led.includes('/staff/sign-in') || verdict(answer.status) === 'no'
    ? 'no'
    : `answered ${answer.status}`;
}

async function callApi(world: DoorWorld, cell: Extract<Cell, { door: 'api' }>): Promise<string> {
  const actor = await inFreshSession(world.house, world.askers[cell.asker]);
  const left = { ...(await sceneOf(world, cell, isStaff(actor) ? actor : world.askers.counsellor)) };
  const path = cell.route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = String(left[name]);
    delete left[name];
    return value;
  });
  const accept = 'application/json';
  const isGet = cell.route.method === 'GET';
  const query = new URLSearchParams(Object.entries(left).map(([key, value]) => [key, String(value)]));
  const answer = isGet
    ? await world.ask(`/api/v1${path}?${query}`, actor, { headers: { accept } })
    : await world.ask(`/api/v1${path}`, actor, {
        method: 'POST',
        headers: { accept, 'content-type': accept, 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(left),
      });
  await answer.arrayBuffer();
  return verdict(answer.status);
}
