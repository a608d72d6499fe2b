import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes } from '#app/api.server.ts';
import type { WebApp } from '#server/app.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { type DoorWorld, openDoors, origin } from '../doors/door-world.testing.ts';
import { sitePaths } from '../doors/site-map.ts';
import { findOpenWrites } from './find-open-writes.ts';
import { judgeHeaders } from './judge-headers.ts';

const pages = [...new Set(sitePaths().map(({ path }) => path.replace('?', '')))];
/** Addresses that are no pages: they answer for themselves, or are not there at all. */
const others = [
  '/healthz',
  '/readyz',
  '/leave',
  '/leave/dot.svg',
  '/assets/nothing.js',
  '/texts/nothing.json',
  '/nowhere',
  '/api/v1/nothing',
  '/api/v1/openapi.json',
  '/__manifest',
  '/%E0%A4%A',
];

let world: DoorWorld;
let cookie: string;
let sealed: WebApp;
beforeAll(async () => {
  world = await openDoors();
  const { createApp } = await loadBuiltServer();
  sealed = createApp({ ...world.house, isOpen: false });
  cookie = `serai=${world.askers.coordinator.sessionToken}`;
});
afterAll(() => world?.house.close());

const somewhere = (path: string) => path.replaceAll(/:[a-zA-Z]+|\*/g, 'x');

describe('a write that another site set off', () => {
  test.each(pages)('is refused by %s, whoever sends whatever', async (path) => {
    const address = somewhere(path);
    // The same page as its script asks for it.
    const addresses = path === '/' ? ['/', '/_root.data'] : [address, `${address}.data`];
    expect(await findOpenWrites(world.app, addresses, { origin, cookie })).toEqual([]);
  });

  test.each([
    ...others.filter((path) => !path.includes('%')),
    ...apiRoutes.map(({ path }) => `/api/v1${somewhere(path)}`),
  ])('is refused by %s', async (path) => {
    expect(await findOpenWrites(world.app, [path], { origin, cookie })).toEqual([]);
  });

  test('would be told of a route that takes it, of one that believes text, of one that believes no origin', async () => {
    const told = async (change: (request: Request) => Request | Response) => {
      const broken: WebApp = {
        fetch: (request) => {
          const changed = change(request);
          return changed instanceof Response ? changed : world.app.fetch(changed);
        },
      };
      const address = '/staff/people/new';
      return findOpenWrites(broken, [address], { origin, cookie });
    };
    expect(await told(() => new Response('done'))).toHaveLength(45);
    const asOurs = (request: Request) => {
      const headers = new Headers([...request.headers]);
      headers.set('origin', origin);
      headers.delete('sec-fetch-site');
      return new Request(request.url, { method: 'POST', headers });
    };
    const byText = await told((request) =>
      request.headers.get('content-type') === 'text/plain' ? asOurs(request) : request,
    );
    expect(byText.length).toBe(9);
    expect(byText.every((each) => each.includes(', text, from '))).toBe(true);
    const byNull = await told((request) =>
      request.headers.get('origin') === 'null' ? asOurs(request) : request,
    );
    expect(byNull.length).toBe(5);
    expect(byNull.every((each) => each.includes('a sandboxed frame'))).toBe(true);
  });
});

describe('an answer is safe in a browser', () => {
  async function faultsOf(address: string, init: RequestInit = {}, mayBeKept = false): Promise<string[]> {
    const headers = { accept: 'text/html', ...(init.headers as Record<string, string>) };
    const answer = await world.app.fetch(new Request(origin + address, { ...init, headers }));
    const mayBeFramed = answer.status === 200 && /^\/staff\/guides\/[\w-]+\/preview$/.test(address);
    return judgeHeaders(answer.status, answer.headers, await answer.text(), { mayBeKept, mayBeFramed });
  }

  test.each(pages)('%s', async (path) => {
    const isPublic = !/^\/(staff|setup)/.test(path);
    const address = (await world.fill(path, world.askers.coordinator, 'centre')).replace('*', 'nowhere');
    const seen = {
      'for a stranger': await faultsOf(address, {}, isPublic),
      'for staff': await faultsOf(address, { headers: { cookie } }, isPublic),
      'for script': await faultsOf(`${somewhere(path)}.data`, { headers: { cookie } }, isPublic),
      refused: await faultsOf(address, { method: 'POST', headers: { origin: 'null' } }),
      'of a method that is none': await faultsOf(address, { method: 'PUT', headers: { origin } }),
      'of too much': await faultsOf(address, {
        method: 'POST',
        headers: { origin },
        body: 'x'.repeat(2 ** 20 + 9),
      }),
    };
    expect(Object.fromEntries(Object.entries(seen).filter(([, faults]) => faults.length > 0))).toEqual({});
  });

  test.each([...others, ...apiRoutes.map(({ path }) => `/api/v1${somewhere(path)}`)])('%s', async (path) => {
    expect(await faultsOf(path, {}, true)).toEqual([]);
    expect(await faultsOf(path, { headers: { cookie, accept: 'application/json' } }, true)).toEqual([]);
  });

  test('also while the house is sealed, at every address', async () => {
    const faults: string[] = [];
    for (const path of [...pages, ...others]) {
      const answer = await sealed.fetch(
        new Request(origin + somewhere(path), { headers: { accept: 'text/html', cookie } }),
      );
      const found = judgeHeaders(answer.status, answer.headers, await answer.text(), { mayBeKept: true });
      faults.push(...found.map((fault) => `${path}: ${fault}`));
      if (/^\/(staff|setup|api)(\/|$)/.test(path) && ![200, 303, 302, 423].includes(answer.status))
        faults.push(`${path}: ${answer.status}`);
    }
    expect(faults).toEqual([]);
  });

  test('what the check would say of worse ones', async () => {
    const good = await world.app.fetch(
      new Request(`${origin}/staff/sign-in`, { headers: { accept: 'text/html' } }),
    );
    const html = await good.text();
    const judge = (change: Record<string, string>, body = html) => {
      const headers = new Headers([...good.headers]);
      for (const [name, value] of Object.entries(change)) headers.set(name, value);
      return judgeHeaders(200, headers, body, { mayBeKept: false });
    };
    const policy = good.headers.get('content-security-policy') ?? '';
    expect(judge({})).toEqual([]);
    expect(
      judge({
        'content-security-policy': policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
      }),
    ).toEqual(['unsafe source']);
    expect(
      judge({
        'content-security-policy': policy.replace("connect-src 'self'", 'connect-src https://a.example'),
      }),
    ).toEqual(['a foreign source']);
    expect(judge({ 'content-security-policy': '' })).toEqual(
      expect.arrayContaining(['default-src', 'frame-ancestors']),
    );
    expect(judge({ 'x-content-type-options': '' })).toEqual(['x-content-type-options']);
    expect(judge({ 'cache-control': 'public, max-age=60' })).toEqual(['cache-control: public, max-age=60']);
    expect(judge({}, `${html}<script>alert(1)</script>`)).toEqual(['a script outside of the policy']);
    expect(judge({}, `${html}<a href="javascript:alert(1)">`)).toEqual(['script in an attribute']);
    expect(judge({}, `${html}<p onclick="alert(1)">`)).toEqual(['script in an attribute']);
  });
});
