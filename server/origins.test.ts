import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { attachTestProof, registerSignedClient } from '#modules/clients/consent-proof.testing.ts';
import { type ReopenableHouse, openTestHouse } from '#platform/testing/test-house.server.ts';
import type { WebApp } from './app.server.ts';
import { loadBuiltServer } from './built-app.testing.ts';
import { readOrigins } from './origins.server.ts';

const publicUrl = 'https://centre.example';
const staffUrl = 'https://desk.centre.example';
const filesUrl = 'https://centre-files.example';

let house: ReopenableHouse;
let centre: TestCentre;
let app: WebApp;
let together: WebApp;
let cookie: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const { createApp } = await loadBuiltServer();
  together = createApp({ ...house, config: { ...house.config, publicUrl } });
  app = createApp({ ...house, config: { ...house.config, publicUrl, staffUrl, filesUrl } });
  cookie = `__Host-serai=${centre.coordinator.actor.sessionToken}`;
});
afterAll(() => house?.close());

/** As a proxy that ends TLS passes it on. */
const ask = async (url: string, init: RequestInit = {}, at = app) => {
  const headers = { accept: 'text/html', 'x-forwarded-for': '203.0.113.7', ...(init.headers as object) };
  return at.fetch(new Request(url.replace('https:', 'http:'), { redirect: 'manual', ...init, headers }));
};
const status = async (url: string, init?: RequestInit, at?: WebApp) => (await ask(url, init, at)).status;

describe('where the workspace has an origin of its own', () => {
  test.each(['/staff', '/staff/people', '/staff/sign-in', '/staff.data', '/STAFF', '/%73taff', '/setup/x'])(
    'the public one has no %s, whoever asks',
    async (path) => {
      expect(await status(publicUrl + path)).toBe(404);
      expect(await status(publicUrl + path, { headers: { cookie } })).toBe(404);
    },
  );

  test('a session opens the workspace there, and nothing at the public origin', async () => {
    const signedIn = { headers: { cookie, accept: 'application/json' } };
    expect(await status(`${staffUrl}/staff/people`, { headers: { cookie } })).toBe(200);
    expect(await status(`${staffUrl}/api/v1/contacts`, signedIn)).toBe(200);
    expect(await status(`${publicUrl}/api/v1/contacts`, signedIn)).toBe(401);
    const page = await ask(`${publicUrl}/en`, { headers: { cookie } });
    expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null]);
  });

  test('the public site stands at the public origin, and links from the workspace lead there', async () => {
    expect(await status(`${publicUrl}/en`)).toBe(200);
    // Once more: it is kept by now, and is kept for its origin alone.
    expect(await status(`${publicUrl}/en`)).toBe(200);
    for (const path of ['/en', '/en/visit?x=1', '/leave']) {
      const answer = await ask(staffUrl + path);
      expect([answer.status, answer.headers.get('location')]).toEqual([302, publicUrl + path]);
    }
    expect((await ask(`${staffUrl}/`)).headers.get('location')).toBe('/staff');
    expect(await status(`${staffUrl}/en/ask`, { method: 'POST', headers: { origin: staffUrl } })).toBe(404);
    expect(await (await ask(`${publicUrl}/en`)).text()).toContain(`href="${staffUrl}/staff"`);
  });

  test('a form of one origin is foreign to the other', async () => {
    const send = (from: string) =>
      status(`${staffUrl}/staff/sign-in`, {
        method: 'POST',
        headers: { origin: from },
        body: new URLSearchParams(),
      });
    expect([await send(publicUrl), await send(filesUrl), await send(staffUrl)]).toEqual([403, 403, 400]);
  });

  test('a name that nobody configured is nobody, and one of this computer is no way round behind a proxy', async () => {
    for (const url of ['https://evil.example', 'http://127.0.0.1:4380', 'http://localhost:4380']) {
      expect(await status(`${url}/staff/sign-in`)).toBe(404);
      expect(await status(`${url}/en`)).toBe(404);
      expect(await status(`${url}/healthz`)).toBe(200);
    }
    const here = new Request('http://127.0.0.1:4380/staff/sign-in', { headers: { accept: 'text/html' } });
    expect((await app.fetch(here)).status).toBe(200);
  });

  test('no search engine is invited to the workspace or the files', async () => {
    for (const url of [staffUrl, filesUrl])
      expect(await (await ask(`${url}/robots.txt`)).text()).toContain('Disallow: /');
  });
});

describe('where uploads have an origin of their own', () => {
  test('it has nothing but uploads, and wants an address for each', async () => {
    for (const path of ['/', '/en', '/staff', '/setup', '/api/v1/contacts', '/f/', '/f/abc', '/assets/x.js'])
      expect([path, await status(filesUrl + path, { headers: { cookie } })]).toEqual([path, 404]);
    expect(await status(`${filesUrl}/f/abc`, { method: 'POST', headers: { origin: filesUrl } })).toBe(404);
  });

  test('a scan comes from there, by an address that is over soon, and can run nowhere', async () => {
    const path = await makeScan();
    const sent = await ask(staffUrl + path, { headers: { cookie } });
    const address = sent.headers.get('location') ?? '';
    expect([sent.status, address.startsWith(`${filesUrl}/f/`)]).toEqual([303, true]);
    expect(address).not.toContain(path.split('/')[3]);
    const scan = await ask(address);
    expect(Object.fromEntries(scan.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="form.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'no-store',
    });
    expect((await scan.text()).startsWith('%PDF')).toBe(true);
    expect(await status(address.replace(filesUrl, staffUrl))).not.toBe(200);
    expect(await status(address.replace(filesUrl, publicUrl))).toBe(404);
    house.clock.advance(3 * 60_000);
    expect(await status(address)).toBe(404);
  });

  test('planted: without it the same scan comes from the workspace’s own origin', async () => {
    const path = await makeScan();
    const answer = await ask(publicUrl + path, { headers: { cookie } }, together);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="form.pdf"',
    ]);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });
});

test('planted: with one origin everything is there, so the difference above is made by the settings', async () => {
  expect(await status(`${publicUrl}/staff/sign-in`, {}, together)).toBe(200);
  expect(await status(`${publicUrl}/staff/people`, { headers: { cookie } }, together)).toBe(200);
  expect(readOrigins({ ...house.config, publicUrl }).sideOf('evil.example', true)).toBe('all');
});

async function makeScan(): Promise<string> {
  const { actor } = centre.coordinator;
  const about = await registerSignedClient(house, actor);
  await attachTestProof(house, actor, about);
  return `/staff/people/${about.clientId}/consent/${about.consentId}/proof`;
}
