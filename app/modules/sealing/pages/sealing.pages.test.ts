import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type ReopenableHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { offerPanicLock } from '#platform/vault/panic-lock.server.ts';
import { openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import type { WebApp } from '#server/app.server.ts';
import { signInAtDoor, typedBy } from '../sealing.testing.ts';

const origin = 'http://127.0.0.1:4380';
let house: ReopenableHouse;
let centre: TestCentre;
let sealed: TestHouse;
let openApp: WebApp;
let app: WebApp;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  await signInAtDoor(house, centre.coordinator);
  sealed = await house.reopen({ sealed: true });
  const { createApp } = await loadBuiltServer();
  openApp = createApp(house);
  app = createApp(sealed);
});
afterAll(async () => {
  await sealed?.close();
  await house?.close();
});

const ask = (to: WebApp, path: string, form?: Record<string, string>, cookie = '') =>
  to.fetch(
    new Request(`${origin}${path}`, {
      redirect: 'manual',
      headers: { accept: 'text/html', origin, 'sec-fetch-site': 'same-origin', cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    }),
  );

test('an open house has no page to open it with, and its lock is for nobody outside', async () => {
  const page = await ask(openApp, '/staff/unlock-house');
  expect([page.status, page.headers.get('location')]).toEqual([302, '/staff/sign-in']);
  const lock = await ask(openApp, '/staff/lock-house', {});
  expect([lock.status, lock.headers.get('location')]).toEqual([302, '/staff/sign-in']);
});

test('the page of a sealed house names nobody and keeps nothing', async () => {
  const page = await ask(app, '/staff/unlock-house');
  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('set-cookie')).toBeNull();
  expect(await page.text()).not.toContain('Mina');
});

test('a wrong address, a wrong passphrase and a wrong code are answered in the same bytes', async () => {
  const typed = typedBy(house, centre.coordinator);
  const bodies = new Set<string>();
  for (const wrong of [
    { email: 'x'.repeat(typed.email.length) },
    { passphrase: 'not this one at all' },
    { code: '000000' },
  ]) {
    const answer = await ask(app, '/staff/unlock-house', { ...typed, ...wrong });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const main = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? '';
    bodies.add(main.replaceAll({ ...typed, ...wrong }.email, 'ADDRESS'));
  }
  expect(bodies.size).toBe(1);
  expect(sealed.vault.isSealed).toBe(true);
});

test('the first right sign-in opens the house and sets a session', async () => {
  const answer = await ask(app, '/staff/unlock-house', typedBy(house, centre.coordinator));
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/staff']);
  expect(answer.headers.get('set-cookie')).toContain('serai=');
  expect(sealed.isOpen).toBe(true);
});

test('the emergency lock writes its row, answers with a page like nothing, and then the process is asked to end', async () => {
  let pressed = 0;
  offerPanicLock(house, () => (pressed += 1));
  const { sessionToken } = await signIn(house, centre.coordinator);
  const answer = await ask(openApp, '/staff/lock-house', {}, `serai=${sessionToken}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('clear-site-data')).toContain('cache');
  const page = await answer.text();
  expect(page).not.toMatch(/serai|lock|centre/i);
  const { rows } = await house.admin.query("select 1 from serai.audit_event where action = 'house.lock'");
  expect(rows).toHaveLength(1);
  await expect.poll(() => pressed).toBe(1);
});

test('from a screen that is locked itself the house locks too', async () => {
  let pressed = 0;
  offerPanicLock(house, () => (pressed += 1));
  const actor = await signIn(house, centre.coordinator);
  const cookie = `serai=${actor.sessionToken}`;
  await ask(openApp, '/staff/lock', {}, cookie);
  expect(await (await ask(openApp, '/staff/unlock', undefined, cookie)).text()).toContain(
    '/staff/lock-house',
  );
  expect((await ask(openApp, '/staff/lock-house', {}, cookie)).status).toBe(200);
  await expect.poll(() => pressed).toBe(1);
});

test('planted: with the record out of reach the house is locked all the same', async () => {
  let pressed = 0;
  offerPanicLock(house, () => (pressed += 1));
  const { sessionToken } = await signIn(house, centre.coordinator);
  const holding = await house.admin.connect();
  // Somebody holds every session: the row cannot be written for as long as they do.
  await holding.query('begin');
  await holding.query('select 1 from serai.session for update');
  const answer = await ask(openApp, '/staff/lock-house', {}, `serai=${sessionToken}`);
  expect(answer.status).toBe(200);
  await expect.poll(() => pressed, { timeout: 5_000 }).toBe(1);
  await holding.query('rollback');
  holding.release();
});

test('planted: with a full disk the record is refused at once, and the house is locked all the same', async () => {
  let pressed = 0;
  offerPanicLock(house, () => (pressed += 1));
  const { sessionToken } = await signIn(house, centre.coordinator);
  await house.admin.query(`create function serai.disk_is_full() returns trigger language plpgsql as
    $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$`);
  await house.admin.query(`create trigger disk_is_full before insert on serai.audit_event
    for each row execute function serai.disk_is_full()`);
  try {
    const answer = await ask(openApp, '/staff/lock-house', {}, `serai=${sessionToken}`);
    expect(answer.status).toBe(200);
    await expect.poll(() => pressed, { timeout: 5_000 }).toBe(1);
  } finally {
    await house.admin.query('drop function serai.disk_is_full() cascade');
  }
});
