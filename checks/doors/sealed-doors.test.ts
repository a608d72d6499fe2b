import { afterAll, beforeAll, expect, test } from 'vitest';
import { Hono } from 'hono';
import { apiRoutes } from '#app/api.server.ts';
import type { Actor } from '#platform/actor.ts';
import { openKeyFile } from '#platform/vault/root-key.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { newReceipt } from '#modules/questions/receipt-keys.server.ts';
import { receiptWords } from '#modules/questions/receipt-code.ts';
import { openIntake } from '#modules/questions/jobs.server.ts';
import type { AppEnv } from '#server/app-env.ts';
import type { WebApp } from '#server/app.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { openWhileSealed, sealedDoor } from '#server/sealed-door.server.ts';
import { type DoorWorld, openDoors, origin } from './door-world.testing.ts';
import { readExpectedDoors } from './expected-doors.ts';
import { sitePaths } from './site-map.ts';

// The whole site map against a sealed house, as the next start after a power cut finds it.
const methods = ['GET', 'POST'] as const;
const shut = [
  ...new Set(sitePaths().map(({ path }) => path)),
  ...apiRoutes.map(({ path }) => `/api/v1${path}`),
  '/api/v1/openapi.json',
  '/STAFF',
  '/staff/people/export.data',
  '/%73taff/people',
]
  .filter((path) => /^\/(staff|setup|api|%73taff)(\/|$)/i.test(path))
  .filter((path) => !openWhileSealed.includes(path));

let world: DoorWorld;
let sealed: TestHouse;
let app: WebApp;
beforeAll(async () => {
  world = await openDoors();
  await openIntake(world.house);
  sealed = await world.house.reopen({ sealed: true });
  app = (await loadBuiltServer()).createApp(sealed);
});
afterAll(async () => {
  await sealed?.close();
  await world?.house.close();
});

const ask = (to: Pick<WebApp, 'fetch'>, path: string, init: RequestInit = {}, actor?: Actor) => {
  const headers = new Headers({ accept: 'text/html', origin, 'sec-fetch-site': 'same-origin' });
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
  if (actor?.sessionToken) headers.set('cookie', `serai=${actor.sessionToken}`);
  return to.fetch(new Request(`${origin}${path}`, { redirect: 'manual', ...init, headers }));
};
const filled = (path: string) => path.replace(/:[a-zA-Z]+\??/g, 'x').replace('*', 'nowhere');

/** Addresses that answer anything else than 423 (or send to the same address in plain letters). */
async function leaks(to: Pick<WebApp, 'fetch'>, paths: readonly string[], actor?: Actor): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths)
    for (const method of methods) {
      const response = await ask(
        to,
        filled(path),
        { method, ...(method === 'POST' && { body: 'a=b' }) },
        actor,
      );
      const isRedirect =
        [301, 302].includes(response.status) && (response.headers.get('location') ?? '').startsWith('/staff');
      const isPlain = path === plain(path);
      if (response.status !== 423 && (isPlain || (!isRedirect && response.status !== 404)))
        found.push(`${method} ${path}: ${response.status}`);
    }
  return found;
}
const plain = (path: string) => decodeURIComponent(path).replace('/STAFF', '/staff');

test('no page of staff, no step of the set-up and no address of the API answers anything but 423', async () => {
  expect(shut.length).toBeGreaterThan(100);
  expect(await leaks(app, shut)).toEqual([]);
}, 120_000);

test('a session from before the house was sealed opens nothing', async () => {
  const some = shut.filter((_, at) => at % 5 === 0);
  expect(await leaks(app, some, world.askers.coordinator)).toEqual([]);
  const page = await ask(app, '/en', {}, world.askers.coordinator);
  expect([page.status, (await page.text()).includes('/staff/people')]).toEqual([200, false]);
}, 60_000);

test('fault: a door that is left open is seen', async () => {
  const careless = new Hono<AppEnv>();
  careless.use((c, next) => {
    c.set('url', new URL(c.req.url));
    return next();
  });
  careless.onError((_, c) => c.text('sealed', 423));
  careless.use(sealedDoor(sealed, [...openWhileSealed, '/staff/people']));
  careless.all('*', (c) => c.text('in'));
  expect(await leaks(careless, ['/staff/people', '/staff/account'])).toEqual([
    'GET /staff/people: 200',
    'POST /staff/people: 200',
  ]);
});

test('the answer says what to do, in the language of the reader, and a program gets it as a problem', async () => {
  const page = await ask(app, '/staff/people', { headers: { 'accept-language': 'ar' } });
  const html = await page.text();
  expect(html).toContain('dir="rtl"');
  expect(html).toContain('href="/staff/unlock-house"');
  expect(page.headers.get('cache-control')).toBe('no-store');
  const answer = await ask(app, '/api/v1/clients', { headers: { accept: 'application/json' } });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({
    code: 'house.sealed',
    status: 423,
    next: expect.stringMatching(/\w/),
  });
});

test('the way to open the house is open', async () => {
  expect((await ask(app, '/staff/unlock-house')).status).toBe(200);
});

test('the public half goes on', async () => {
  const seen: string[] = [];
  for (const { path } of readExpectedDoors().filter(
    (door) => door.action === 'everyone' && !door.path.startsWith('/staff'),
  )) {
    const url = await world.fill(path, world.askers.public, 'centre');
    const { status } = await ask(app, url);
    if (status !== 200) seen.push(`${path}: ${status}`);
  }
  // Recordings lie encrypted like every file; their page says the same in words.
  expect(seen).toEqual(['/:language/guides/:slug/audio: 423']);
}, 60_000);

test('somebody asks without a name, and reads their own thread, while nobody can read it in the house', async () => {
  const receipt = receiptWords(newReceipt()).join(' ');
  const form = (fields: Record<string, string>) => ({
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const asked = await ask(
    app,
    '/en/ask',
    form({
      step: 'send',
      receipt,
      topic: 'problem',
      language: 'en',
      text: 'Is the fee paid twice?',
      way: 'code',
      website: '',
    }),
  );
  expect(asked.status).toBe(200);
  const thread = await ask(app, '/en/answer', form({ receipt, step: 'open' }));
  const html = await thread.text();
  expect(html.includes('Is the fee paid twice?')).toBe(true);
  const { rows } = await world.house.admin.query('select kind from serai.intake_log where not chained');
  expect(rows).toEqual([{ kind: 'asked' }]);
});

test('once it is opened the doors are as they were', async () => {
  await sealed.unlock(openKeyFile(sealed.config.keyFile, false));
  const page = await ask(app, '/staff/account', {}, world.askers.coordinator);
  expect(page.status).toBe(200);
});
