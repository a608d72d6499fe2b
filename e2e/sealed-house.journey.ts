import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proveSheetOf } from '../app/modules/sealing/sealing.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '../app/modules/staff/staff.testing.ts';
import {
  openTestHouse,
  type ReopenableHouse,
  type TestHouse,
} from '../app/platform/testing/test-house.server.ts';
import { offerPanicLock } from '../app/platform/vault/panic-lock.server.ts';
import { loadBuiltServer } from '../server/built-app.testing.ts';
import { launchBrowser } from './support/browser.ts';
import { findBarriers } from './support/check-access.ts';
import { nextCode } from './support/next-code.ts';

const output = resolve(import.meta.dirname, 'output');

/** A house whose serving half is ended and begun again, as the keeper does with a process. */
interface Serving {
  house: TestHouse;
  url: string;
  stop(): Promise<void>;
}

let first: ReopenableHouse;
let serving: Serving;
let centre: TestCentre;
let who: TestStaff;
let recoveryKey: string;
let browser: Browser;
let locked: Promise<void> = Promise.resolve();

async function serve(house: TestHouse): Promise<Serving> {
  const { createApp, startServer } = await loadBuiltServer();
  const server = await startServer(createApp(house), { host: '127.0.0.1', port: 0 });
  offerPanicLock(house, () => {
    locked = restart();
  });
  // Passkeys live under a name, so the journey goes to localhost and not to a number.
  return { house, url: server.url.replace('127.0.0.1', 'localhost'), stop: () => server.stop() };
}

/** Ends what serves and begins it anew, sealed: the databases stay up. */
async function restart(): Promise<void> {
  await serving.stop();
  if (serving.house !== first) await serving.house.close();
  serving = await serve(await first.reopen({ sealed: true }));
}

beforeAll(async () => {
  first = await openTestHouse({ start: new Date().toISOString() });
  centre = await openTestCentre(first);
  who = await addTestStaff(first, centre.coordinator.actor, ['counsellor']);
  recoveryKey = await proveSheetOf(first, centre.coordinator);
  serving = await serve(first);
  browser = await launchBrowser();
  mkdirSync(output, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await serving?.stop();
  if (serving && serving.house !== first) await serving.house.close();
  await first?.close();
});

/** The answer leaves a moment before the process does. */
async function sealedAgain(): Promise<void> {
  await expect.poll(() => serving.house.vault.isSealed, { timeout: 10_000 }).toBe(true);
  await locked;
}

async function visit(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function look(page: Page, name: string, barriers = true) {
  await page.screenshot({ path: join(output, `${name}.png`), fullPage: true });
  expect(barriers ? await findBarriers(page) : []).toEqual([]);
}

/** A phone's or computer's own keeper of keys that derives secrets too. */
async function plugInAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function fillSignIn(page: Page, { email, passphrase, seed }: TestStaff) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByLabel('Code from your app').fill(nextCode(first, seed));
}

test('a house that people open: chosen, sealed, opened by passphrase, locked by keys, opened by passkey, locked by button, opened by the sheet', async () => {
  // A counsellor signs in with a passkey whose device derives a secret.
  const phone = await visit();
  await plugInAuthenticator(phone);
  await phone.goto(`${serving.url}/staff/sign-in?next=/staff/account/sign-in`);
  await fillSignIn(phone, who);
  await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
  await phone.getByRole('heading', { name: 'How you sign in' }).waitFor();
  await phone.waitForLoadState('networkidle');
  await phone.getByLabel('What do you call this device?').fill('Blue phone');
  await phone.getByRole('button', { name: 'Add a passkey' }).click();
  await phone.getByText('Blue phone', { exact: true }).waitFor();
  await phone.getByLabel('Signed in as').click();
  await phone.getByRole('button', { name: 'Sign out', exact: true }).click();
  await phone.waitForURL(/sign-in/);
  await phone.goto(`${serving.url}/staff/sign-in?next=/staff/people`);
  await phone.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await phone.getByText('A passkey was added to your account.').waitFor();

  // The coordinator chooses that a person opens the house.
  const desk = await visit();
  await desk.goto(`${serving.url}/staff/sign-in?next=/staff/centre/opening`);
  await fillSignIn(desk, centre.coordinator);
  await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
  await desk.getByRole('heading', { name: 'Who can open the records' }).waitFor();
  await desk.getByText('1 passkey').waitFor();
  await look(desk, 'opening-automatic');
  expect(existsSync(first.config.keyFile)).toBe(true);
  await desk.getByText('A person opens them by signing in').click();
  await desk.getByRole('button', { name: 'Change it' }).click();
  await desk.getByText('none', { exact: true }).waitFor();
  await look(desk, 'opening-by-person');
  expect(existsSync(first.config.keyFile)).toBe(false);

  // A power cut. The public half is there, the staff half waits.
  await restart();
  expect(serving.house.vault.isSealed).toBe(true);
  const publicPage = await desk.goto(`${serving.url}/en`);
  expect(publicPage?.status()).toBe(200);
  const waiting = await desk.goto(`${serving.url}/staff`);
  expect(waiting?.status()).toBe(423);
  await look(desk, 'sealed-423');
  await desk.locator('a[href="/staff/unlock-house"]').first().click();
  await desk.getByRole('heading', { name: 'Open the records' }).waitFor();
  await look(desk, 'unlock-house');

  // Wrong first, then right, without script.
  const plain = await visit({ javaScriptEnabled: false });
  await plain.goto(`${serving.url}/staff/unlock-house`);
  await fillSignIn(plain, { ...who, passphrase: 'another long passphrase' });
  await plain.getByRole('button', { name: 'Sign in and open' }).click();
  await plain.getByText('That did not match').first().waitFor();
  await look(plain, 'unlock-house-refused', false);
  expect(serving.house.vault.isSealed).toBe(true);
  await fillSignIn(plain, who);
  await plain.getByRole('button', { name: 'Sign in and open' }).click();
  await plain.waitForURL(/\/staff/);
  expect(serving.house.isOpen).toBe(true);

  // The emergency lock by four keys; everybody else finds the house sealed.
  await desk.goto(`${serving.url}/staff/sign-in`);
  await fillSignIn(desk, centre.coordinator);
  await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
  await desk.waitForURL(/\/staff/);
  await desk.waitForLoadState('networkidle');
  await desk.keyboard.press('Control+Alt+Shift+L');
  await desk.waitForURL(/lock-house/);
  await look(desk, 'locked-neutral', false);
  expect(await desk.locator('body').innerText()).not.toMatch(/Serai|lock/i);
  await sealedAgain();

  // By passkey alone.
  await phone.goto(`${serving.url}/staff/unlock-house`);
  await phone.getByRole('button', { name: 'Open with a passkey' }).click();
  await phone.waitForURL(/\/staff(\/account)?$/);
  expect(serving.house.isOpen).toBe(true);

  // The lock by the button at the top of the page, without script.
  const button = await visit({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await button.goto(`${serving.url}/staff/sign-in`);
  await fillSignIn(button, centre.coordinator);
  await button.getByRole('button', { name: 'Sign in', exact: true }).click();
  await button.waitForURL(/\/staff/);
  await button.getByLabel('Emergency lock').click();
  await look(button, 'panic-menu-phone', false);
  await button.getByRole('button', { name: 'Lock everything now' }).click();
  await button.waitForURL(/lock-house/);
  await sealedAgain();

  // The printed key opens, and signs nobody in.
  const sheet = await visit();
  await sheet.goto(`${serving.url}/staff/unlock-house`);
  await sheet.getByText('Open with the recovery sheet').click();
  await sheet.getByLabel('Recovery key').fill('ABCD-EFGH');
  await sheet.getByRole('button', { name: 'Open with this key' }).click();
  await sheet.getByText('This is not the key of the recovery sheet in force').first().waitFor();
  await look(sheet, 'unlock-house-sheet-refused');
  await sheet.getByLabel('Recovery key').fill(recoveryKey);
  await sheet.getByRole('button', { name: 'Open with this key' }).click();
  await sheet.getByText('The records are open').waitFor();
  await look(sheet, 'unlocked-by-sheet');
  expect(serving.house.isOpen).toBe(true);
}, 180_000);
