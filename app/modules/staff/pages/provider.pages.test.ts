import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type ReopenableHouse } from '#platform/testing/test-house.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import type { WebApp } from '#server/app.server.ts';
import { codeAt } from '../one-time-code.server.ts';
import { openTestProvider, type TestProvider } from '../provider.testing.ts';
import { openTestCentre, type TestCentre } from '../staff.testing.ts';

const origin = 'http://127.0.0.1:4380';
const start = '/staff/sign-in/provider';
const comeBack = '/staff/sign-in/provider/return';
let house: ReopenableHouse;
let centre: TestCentre;
let provider: TestProvider;
let app: WebApp;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  provider = await openTestProvider(house.clock);
  app = (await loadBuiltServer()).createApp(house);
});
afterAll(async () => {
  provider?.close();
  await house?.close();
});

const ask = (path: string, form?: Record<string, string>, cookie = '', site = 'same-origin') =>
  app.fetch(
    new Request(`${origin}${path}`, {
      redirect: 'manual',
      headers: { accept: 'text/html', origin, 'sec-fetch-site': site, cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    }),
  );
const cookieOf = (answer: Response) =>
  /serai-provider=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';

async function goThere(form: Record<string, string>, cookie = '') {
  const page = await ask(start, form, cookie);
  const text = await page.clone().text();
  const href = /href="(https:[^"]+)"/.exec(text)?.[1] ?? '';
  return { page, to: new URL(href.replaceAll('&amp;', '&')), cookie: cookieOf(page) };
}

test('without a provider there is no such door', async () => {
  expect((await ask(start, {})).status).toBe(404);
  expect(await (await ask('/staff/sign-in')).text()).not.toContain(start);
  const back = await ask(`${comeBack}?code=x&state=y`);
  expect([back.status, await back.text()]).toEqual([200, expect.stringContaining('not signed in there')]);
  house.config.provider = provider.config;
});

test('the page says where it leads, and no form leads off the site', async () => {
  const { page, to } = await goThere({});
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
  expect(to.origin).toBe(provider.config.issuer);
  expect(to.searchParams.get('redirect_uri')).toBe(`${origin}${comeBack}`);
  expect(to.searchParams.get('code_challenge_method')).toBe('S256');
  expect((await ask(start, {}, '', 'cross-site')).status).toBe(403);
});

test('an account is linked and signs in from another browser, and looking at the answer uses nothing up', async () => {
  const { actor, email, seed } = centre.coordinator;
  const session = `serai=${actor.sessionToken}`;
  const person = { sub: 'mina-1', email };
  const out = await goThere({ purpose: 'link' }, session);
  const answer = provider.answer(out.to, person);
  const linked = await ask(`${comeBack}?${answer}`, { answer }, `${session}; ${out.cookie}`);
  expect([linked.status, linked.headers.get('location')]).toEqual([
    302,
    '/staff/account/sign-in?saved#provider',
  ]);

  const other = await goThere({});
  const brought = provider.answer(other.to, person);
  const before = provider.asked();
  const looked = await ask(`${comeBack}?${brought}`, undefined, other.cookie);
  expect(looked.status).toBe(200);
  expect(await looked.text()).not.toContain('Mina');
  expect(provider.asked()).toBe(before);
  // In a browser that did not set out the same address is worth nothing.
  expect(await (await ask(`${comeBack}?${brought}`)).text()).toContain('not signed in there');

  house.clock.advance(31_000);
  const code = codeAt(seed, house.clock.now());
  const wrong = await ask(`${comeBack}?${brought}`, { answer: brought, code: '000000' }, other.cookie);
  expect(wrong.status).toBe(401);
  // The page stays with its field: a mistyped code can be typed again.
  expect(await wrong.text()).toContain('name="code"');
  const next = 'https://evil.example/';
  const entered = await ask(
    `${comeBack}?${brought}&next=${encodeURIComponent(next)}`,
    { answer: brought, code, next },
    other.cookie,
  );
  // Wherever the answer would like to lead: on into the workspace and nowhere else.
  expect(entered.status).toBe(302);
  expect(entered.headers.get('location')).toMatch(/^\/staff(\/account)?$/);
  expect(entered.headers.get('set-cookie')).toContain('serai=');
});

test('an unlinked account, a refused code and a bent answer read the same', async () => {
  const read = async (person: { sub: string; email: string }, code: string) => {
    const out = await goThere({});
    const answer = provider.answer(out.to, person);
    const refused = await ask(`${comeBack}?${answer}`, { answer, code }, out.cookie);
    const main = /<main[\s\S]*<\/main>/.exec(await refused.text())?.[0] ?? '';
    return [refused.status, main.replace(/<input type="hidden"[^>]*>| action="[^"]*"/g, '')];
  };
  const unlinked = await read({ sub: 'nobody', email: 'nobody@centre.example' }, '123456');
  expect(unlinked[0]).toBe(401);
  expect(await read({ sub: 'mina-1', email: centre.coordinator.email }, '000000')).toEqual(unlinked);
  expect(await read({ sub: 'mina-1', email: 'moved@centre.example' }, '000000')).toEqual(unlinked);
});

test('a sealed house cannot be opened with it', async () => {
  const sealed = await house.reopen({ sealed: true });
  sealed.config.provider = provider.config;
  const closed = (await loadBuiltServer()).createApp(sealed);
  const answer = await closed.fetch(
    new Request(`${origin}${start}`, {
      method: 'POST',
      headers: { origin, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
      body: new URLSearchParams({}),
    }),
  );
  expect(answer.status).toBe(423);
  await sealed.close();
});
