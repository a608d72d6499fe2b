import { Hono } from 'hono';
import { type Actor, isStaff, roles, type StaffRole } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { makeTestToken } from '#modules/integrations/integrations.testing.ts';
import { scopeNames } from '#modules/integrations/scopes.ts';
import { resolveActor } from '#modules/staff/index.server.ts';
import { addTestStaff } from '#modules/staff/staff.testing.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import type { WebApp } from '#server/app.server.ts';
import { inFreshSession } from '../../checks/authorisation/world.testing.ts';
import { type DoorWorld, openDoors, origin } from '../../checks/doors/door-world.testing.ts';
import { type HostileRequest, hostileRequest } from './hostile-requests.ts';
import { hostileRoutes } from './hostile-routes.server.ts';
import { createLot, type Lot } from './lot.ts';
import { rawRequest, sendRaw } from './raw-requests.ts';
import { serveShard, shareOf, type ShardTask } from './shards.server.ts';
import type { TrustOutcome } from './trust-check.ts';

const longest = 2_000;
const atOnce = 2;
/** Milliseconds in which this check itself kept everything waiting, to count memory. */
let pauses = 0;
/** What a stack looks like in an answer: a line of one, or a path of ours with a place in it. */
const stack = /\n\s+at .{1,200}:\d+:\d+|\/(node_modules|app|server|build)\/\S{1,200}\.[jt]sx?:\d+/;

serveShard(async (task, tell) => {
  const share = shareOf(task);
  const lot = createLot(task.seed * 1_000 + task.shard);
  const world = await openDoors();
  const app = await appFor(world.house, task.fault);
  const judge = createJudge();
  // Several requests are on their way at once: the place is a hint, the request is certain.
  world.house.log.error = (_event, error) => judge.note(error);
  // What is printed past the house's own log may hold an address, and an address may hold what logs must not.
  const printed = (...said: unknown[]) =>
    judge.fault(`printed past the log: ${String(said[0]).slice(0, 80)}`);
  Object.assign(console, { error: printed, warn: printed, log: printed });
  const callers = await createCallers(world);
  const routes = await hostileRoutes(world);
  const raw = task.shard === 0 ? Math.min(2_000, Math.ceil(share / 20)) : 0;
  const memory = createMemory(share - raw);

  let begun = 0;
  const oneByOne = async (): Promise<void> => {
    while (begun < share - raw) {
      const at = begun;
      begun += 1;
      if (at % 100 === 0) world.house.clock.advance(1_000);
      if (at > 0 && at % 5_000 === 0) tell(`part ${task.shard}: ${at} of ${share}`);
      memory.look(at);
      // Every route in turn, so that none is left to luck.
      const route = routes[at % routes.length];
      if (route) await sendOne(app, callers, lot, hostileRequest(lot, route), judge);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, oneByOne));
  if (raw > 0)
    await onTheLine(
      app,
      lot,
      routes.flatMap((route) => (route.kind === 'page' ? route.url : [])),
      raw,
      judge,
    );
  await world.house.close();
  tell(`part ${task.shard}: memory ${memory.course()}`);
  const grown = memory.grown();
  if (grown.perThousand > limitFor(share))
    judge.fault(`memory grows by ${grown.perThousand.toFixed(0)} kB per 1000 requests`);
  return {
    done: judge.answered(),
    wrong: judge.faults.length,
    faults: judge.faults.slice(0, 20),
    figures: {
      'slowest reply (ms)': judge.slowest().toFixed(0),
      'memory (kB per 1000 requests)': grown.perThousand.toFixed(0),
      statuses: judge.statuses(),
    },
  } satisfies TrustOutcome;
});

/**
 * kB of heap that 1000 requests may leave behind: what was accepted is in the index of people and in caches. In a short
 * run caches are still filling.
 */
const limitFor = (requests: number): number => (requests < 10_000 ? 6_000 : 1_000);

/** The web side, sound or broken in one way on purpose. */
async function appFor(house: House, fault: ShardTask['fault']): Promise<WebApp> {
  const { createApp } = await loadBuiltServer();
  const kept: Buffer[] = [];
  let asked = 0;
  switch (fault) {
    case 'operation-throws': {
      const { seal } = house.vault;
      house.vault.seal = (key, place, value) => {
        if (place.table === 'contact')
          throw new TypeError("Cannot read properties of undefined (reading 'id')");
        return seal(key, place, value);
      };
      return createApp(house);
    }
    case 'stack-in-answer': {
      const api = new Hono();
      api.all('*', (c) => c.text(new Error('no such thing').stack ?? '', 400));
      return createApp(house, { api: () => api as never });
    }
    case 'slow-answer':
      return createApp(house, {
        resolveActor: async (...given) => {
          asked += 1;
          if (asked % 150 === 0) await new Promise((resolve) => setTimeout(resolve, 2 * longest));
          return resolveActor(...given);
        },
      });
    case 'memory-leak':
      return createApp(house, {
        resolveActor: (...given) => {
          kept.push(Buffer.alloc(20_000, 1));
          return resolveActor(...given);
        },
      });
    default:
      return createApp(house);
  }
}

/** Who sends: somebody of every role, a stranger, a program; whoever was signed out on the way comes back. */
async function createCallers(world: DoorWorld) {
  const { house, keeper, centre } = world;
  const tokens = new Map<string, string>();
  for (const role of roles) {
    const actor: Actor = world.askers[role];
    if (actor.sessionToken) tokens.set(role, actor.sessionToken);
  }
  const { token: program } = await makeTestToken(house, keeper, [...scopeNames]);
  return {
    pick(lot: Lot): { role?: StaffRole; headers: [string, string][] } {
      if (lot.chance(0.12)) return { headers: [] };
      const role = lot.chance(0.55) ? 'coordinator' : lot.pick(roles);
      return { role, headers: [['cookie', `serai=${tokens.get(role)}`]] };
    },
    program: (): [string, string][] => [['authorization', `Bearer ${program}`]],
    async comeBack(role: StaffRole): Promise<void> {
      const back = await inFreshSession(house, world.askers[role]);
      const known = await resolveActor(house, back.sessionToken);
      if (isStaff(known)) return void tokens.set(role, known.sessionToken);
      // There is one network administrator; who was dismissed for good sends as a coordinator from now on.
      const next = role === 'network_administrator' ? 'coordinator' : role;
      const { actor } = await addTestStaff(house, keeper, [next], centre.siteIds[0]);
      Object.assign(world.askers, { [role]: actor });
      tokens.set(role, actor.sessionToken);
    },
  };
}

async function sendOne(
  app: WebApp,
  callers: Awaited<ReturnType<typeof createCallers>>,
  lot: Lot,
  sent: HostileRequest,
  judge: ReturnType<typeof createJudge>,
): Promise<void> {
  const isApi = sent.url.startsWith('/api/');
  const byProgram = isApi && lot.chance(0.3);
  const { role, headers } = byProgram ? { role: undefined, headers: callers.program() } : callers.pick(lot);
  const own: [string, string][] = [
    ['accept', 'text/html'],
    ['origin', origin],
    ['sec-fetch-site', 'same-origin'],
    ...headers,
  ];
  let request: Request;
  try {
    const all = new Headers(own);
    for (const [name, value] of sent.headers) all.set(name, value);
    request = new Request(new URL(sent.url, origin), {
      method: sent.method,
      headers: all,
      redirect: 'manual',
      ...(sent.body !== undefined && { body: sent.body }),
    });
    // An address that is one of another host never comes here.
    if (new URL(request.url).origin !== origin) request = new Request(`${origin}/`, { headers: own });
  } catch {
    // What the client itself cannot say is said by the raw part.
    request = new Request(`${origin}/%00`, { headers: own });
  }
  const began = performance.now() - pauses;
  const answer = await app.fetch(request);
  const text = await readText(answer);
  judge.hear(sent.what, answer.status, text, performance.now() - pauses - began);
  const left = answer.headers.get('location') ?? '';
  const isOut = /^\/staff\/(sign-in|unlock|lock)/.test(left) || (isApi && answer.status === 401);
  if (role && isOut && !sent.headers.some(([name]) => name === 'cookie')) await callers.comeBack(role);
}

async function readText(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? '';
  if (/^(text|application\/(json|problem|xml))/.test(type)) return answer.text();
  await answer.arrayBuffer();
  return '';
}

async function onTheLine(
  app: WebApp,
  lot: Lot,
  paths: string[],
  count: number,
  judge: ReturnType<typeof createJudge>,
): Promise<void> {
  const { startServer } = await loadBuiltServer();
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  let left = count;
  const some = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { what, bytes } = rawRequest(lot, lot.pick(paths));
      const began = performance.now();
      const { text, silent } = await sendRaw(server.port, bytes, longest + 500);
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 400);
      // Waiting for the rest of a half request is right; the line then closes by the server's own patience.
      judge.hear(what, status, text, silent ? 0 : performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: 8 }, some));
  await server.stop();
}

function createJudge() {
  const faults: string[] = [];
  const counts = new Map<number, number>();
  let answered = 0;
  let slowest = 0;
  let last = '';
  return {
    faults,
    fault: (what: string) => void faults.push(what),
    note: (error: unknown) =>
      void (last = error instanceof Error ? (error.stack ?? error.message) : String(error)),
    hear(what: string, status: number, text: string, took: number): void {
      answered += 1;
      counts.set(status, (counts.get(status) ?? 0) + 1);
      slowest = Math.max(slowest, took);
      // A method that the protocol knows and we do not is 501 by the protocol itself, before any of our code.
      // Here is no keeper that could lock the house: it says so, and that is right.
      if (status === 503 && last.includes('house.cannot-lock')) return;
      if (status >= 500)
        faults.push(`${what}: answered ${status} (${last.split('\n').slice(0, 4).join(' ').slice(0, 400)})`);
      else if (stack.test(text)) faults.push(`${what}: a stack in the answer`);
      else if (took > longest) faults.push(`${what}: answered after ${took.toFixed(0)} ms`);
    },
    answered: () => answered,
    slowest: () => slowest,
    statuses: () =>
      [...counts]
        .sort(([a], [b]) => a - b)
        .map(([status, n]) => `${status}: ${n}`)
        .join(' '),
  };
}

/** Heap after collecting, looked at while the requests go on; how much it grows, by the second half. */
function createMemory(count: number) {
  const every = Math.max(50, Math.floor(count / 40));
  const seen: { at: number; bytes: number }[] = [];
  return {
    look(at: number): void {
      if (at % every !== 0) return;
      const began = performance.now();
      globalThis.gc?.();
      pauses += performance.now() - began;
      const { heapUsed, external } = process.memoryUsage();
      seen.push({ at, bytes: heapUsed + external });
    },
    course: () => seen.map(({ bytes }) => (bytes / 2 ** 20).toFixed(0)).join(' '),
    grown(): { perThousand: number } {
      const half = seen.slice(Math.floor(seen.length / 2));
      return { perThousand: half.length < 4 ? 0 : (slope(half) * 1_000) / 1_024 };
    },
  };
}

/** Bytes per request, by least squares. */
function slope(points: { at: number; bytes: number }[]): number {
  const meanAt = points.reduce((sum, { at }) => sum + at, 0) / points.length;
  const mean = points.reduce((sum, { bytes }) => sum + bytes, 0) / points.length;
  const above = points.reduce((sum, { at, bytes }) => sum + (at - meanAt) * (bytes - mean), 0);
  const below = points.reduce((sum, { at }) => sum + (at - meanAt) ** 2, 0);
  return above / below;
}
