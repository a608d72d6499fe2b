import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes } from '#app/api.server.ts';
import { actOf } from '#platform/web/api-route.server.ts';
import { roles as staffRoles } from '#platform/actor.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { readExpectedAnswers, type Standing } from '../authorisation/expected-answers.ts';
import { scenes } from '../authorisation/scenes.testing.ts';
import { type DoorWorld, openDoors } from './door-world.testing.ts';
import { readExpectedDoors } from './expected-doors.ts';
import { sitePaths } from './site-map.ts';

const doors = readExpectedDoors();
const paths = sitePaths().map(({ path }) => path);
const answers = readExpectedAnswers();
const inTable = (action: string) => answers.some((row) => row.action === action);

let world: DoorWorld;
beforeAll(async () => {
  world = await openDoors();
});
afterAll(() => world?.house.close());

test('the list and the site have the same doors', () => {
  expect(doors.map(({ path }) => path).sort()).toEqual([...new Set(paths)].sort());
});

describe('a page opens for those alone who may do what it is for', () => {
  const guarded = doors.filter(({ action }) => inTable(action));
  const cases = guarded.flatMap(({ path, action }) =>
    answers
      .filter((row) => row.action === action && isReachable(path, row.standing))
      .map((row) => ({ path, ...row })),
  );
  test.each(cases)('$path, $standing', async ({ path, standing, may }) => {
    const seen: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const role of staffRoles) {
      const response = await world.ask(
        await world.fill(path, world.askers[role], standing),
        world.askers[role],
      );
      seen[role] = verdict(response.status);
      expected[role] = may[role] ? 'opens' : 'refused';
    }
    expect(seen).toEqual(expected);
  });

  test.each(guarded.map(({ path }) => path))('%s sends a stranger to sign in', async (path) => {
    const response = await world.ask(
      await world.fill(path, world.askers.public, 'centre'),
      world.askers.public,
    );
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      expect.stringMatching(/^\/staff\/sign-in\?next=/),
    ]);
  });
});

describe('a page for everyone', () => {
  test.each(doors.filter(({ action }) => action === 'everyone').map(({ path }) => path))(
    '%s opens without an account',
    async (path) => {
      const response = await world.ask(
        await world.fill(path, world.askers.public, 'centre'),
        world.askers.public,
      );
      expect(response.status).toBe(200);
      if (path.startsWith('/staff')) return;
      const html = await response.text();
      expect(html).not.toMatch(/<script|javascript:|\son[a-z]+=/i);
      expect(gzipSync(html).length).toBeLessThanOrEqual(14 * 1024);
    },
  );
});

describe('what is not there, or is over, is found by nobody', () => {
  test.each(doors.filter(({ action }) => action === 'missing').map(({ path }) => path))(
    '%s',
    async (path) => {
      const url = (await world.fill(path, world.askers.public, 'centre'))
        .replace('*', 'nowhere')
        .replace(/x+\?$/, 'centre');
      expect((await world.ask(url, world.askers.coordinator)).status).toBe(404);
    },
  );
});

test('a refused page says nothing of the person', async () => {
  const { house, maker, keeper, askers } = world;
  const name = 'Quietlantern';
  const { clientId } = await registerTestClient(house, maker, { names: [{ given: name }] });
  const url = `/staff/people/${clientId}`;
  expect(await (await world.ask(url, keeper)).text()).toContain(name);
  for (const role of [
    'receptionist',
    'hotline_operator',
    'trainer',
    'outreach_officer',
    'data_officer',
    'data_protection_officer',
    'finance_officer',
    'network_administrator',
    'volunteer',
  ] as const) {
    for (const address of [url, `${url}.data`, `${url}?_routes=x`]) {
      const text = await (await world.ask(address, askers[role])).text();
      expect([role, address, text.includes(name)]).toEqual([role, address, false]);
    }
  }
});

describe('the API answers as the pages do', () => {
  const cases = apiRoutes.flatMap((route) => {
    if ('open' in route) return [];
    const name = actOf(route);
    return answers.filter((row) => row.action === name).map((row) => ({ route, name, ...row }));
  });
  test.each(cases)('$route.method $route.path, $standing', async ({ route, name, standing, may }) => {
    const scene = scenes[name];
    if (!scene) throw new Error(`there is no scene for ${name}`);
    const seen: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const role of staffRoles) {
      const actor = world.askers[role];
      const input = await scene(world, actor, standing);
      const response = await callApi(route, input, role);
      seen[role] = verdict(response.status);
      expected[role] = may[role] ? 'opens' : 'refused';
    }
    expect(seen).toEqual(expected);
    expect(
      (await callApi(route, await scene(world, world.askers.counsellor, standing), 'public')).status,
    ).toBe(401);
  });
});

test.each(apiRoutes.filter((route) => 'open' in route))('$path is open to everybody', async ({ path }) => {
  const response = await world.ask(`/api/v1${path.replace(':slug', 'nothing-here')}`, world.askers.public);
  expect(response.status).toBe(path.includes(':') ? 404 : 200);
  expect(response.headers.get('set-cookie')).toBeNull();
});

async function callApi(
  route: (typeof apiRoutes)[number],
  input: Record<string, unknown>,
  asker: keyof DoorWorld['askers'],
) {
  const left = { ...input };
  const path = route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = String(left[name]);
    delete left[name];
    return value;
  });
  const actor = world.askers[asker];
  if (route.method === 'GET') {
    const query = new URLSearchParams(Object.entries(left).map(([key, value]) => [key, String(value)]));
    return world.ask(`/api/v1${path}?${query}`, actor, { headers: { accept: 'application/json' } });
  }
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
    accept: 'application/json',
  };
  return world.ask(`/api/v1${path}`, actor, { method: 'POST', headers, body: JSON.stringify(left) });
}

/** Rules that stop an act after it was allowed (409, 422) are no refusals; a page that opens or leads on is open. */
const verdict = (status: number): string => {
  if (status >= 500) return `broke (${status})`;
  return status === 401 || status === 403 || status === 404 ? 'refused' : 'opens';
};

/** An address names a record by its id, and shows no difference for one's own where the record is a list. */
function isReachable(path: string, standing: Standing): boolean {
  if (!path.includes(':'))
    return standing === 'own' || standing === 'self' || standing === 'centre'
      ? isWidest(path, standing)
      : false;
  return true;
}

/** A list shows each what they may see: it opens for everybody who may see any of it. */
function isWidest(path: string, standing: Standing): boolean {
  const action = doors.find((door) => door.path === path)?.action ?? '';
  const rows = answers.filter((row) => row.action === action).map((row) => row.standing);
  const widest = (['own', 'self', 'centre'] as const).find((each) => rows.includes(each));
  return widest === standing;
}
