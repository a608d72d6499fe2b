import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextCode } from './support/next-code.ts';
import { type Journey, openJourney, type Visit } from './support/open-journey.ts';

let journey: Journey;
/** Passkeys live under a name, so the journey goes to localhost and not to a number. */
let home: string;
beforeAll(async () => {
  journey = await openJourney();
  home = journey.url.replace('127.0.0.1', 'localhost');
});
afterAll(() => journey?.close());

/** A phone's or computer's own keeper of keys, played by the browser. */
async function plugInAuthenticator(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return devtools;
}

async function signIn({ page }: Visit, who: { email: string; passphrase: string; seed: string }) {
  await page.goto(`${home}/staff/sign-in?next=/staff/account/sign-in`);
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Passphrase').fill(who.passphrase);
  await page.getByLabel('Code from your app').fill(nextCode(journey.house, who.seed));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'How you sign in' }).waitFor();
}

/** The keys work once the page's script does: a hand that was too fast presses them again. */
async function lock(page: Page) {
  await page.waitForLoadState('networkidle');
  for (let tries = 0; tries < 20 && !page.url().includes('/staff/unlock'); tries += 1) {
    await page.keyboard.press('Control+Alt+l');
    await page.waitForURL(/\/staff\/unlock/, { timeout: 1_000 }).catch(() => {});
  }
  await page.waitForURL(/\/staff\/unlock/);
}

test('a colleague adds a passkey, signs in with it alone, resumes by passkey and by PIN, and removes it', async () => {
  const who = await journey.join('counsellor');
  const visit = await journey.visit();
  const { page, look, allow } = visit;
  await plugInAuthenticator(page);
  await signIn(visit, who);
  await page.getByLabel('What do you call this device?').fill('Blue phone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('Blue phone', { exact: true }).waitFor();
  await page.getByLabel('New PIN').fill('123456');
  await page.getByRole('button', { name: 'Set the PIN' }).click();
  await page.getByText('This would be tried first').first().waitFor();
  await page.getByLabel('New PIN').fill('582649');
  await page.getByRole('button', { name: 'Set the PIN' }).click();
  await page.getByText('Your PIN is set.').waitFor();
  await look('ways-to-sign-in');

  await page.getByLabel('Signed in as').click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL(/sign-in/);
  await page.goto(`${home}/staff/sign-in?next=/staff/people`);
  await look('sign-in-by-passkey');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  // A notice waits: a passkey was added.
  await page.getByText('A passkey was added to your account.').waitFor();

  await lock(page);
  await look('locked-with-pin');
  await page.getByRole('button', { name: 'Unlock with a passkey' }).click();
  await page.getByRole('heading', { name: 'My account' }).waitFor();

  await lock(page);
  await page.getByLabel('PIN').fill('582649');
  await page.getByRole('button', { name: 'Unlock with the PIN' }).click();
  await page.getByRole('heading', { name: 'My account' }).waitFor();

  await lock(page);
  for (let tried = 0; tried < 5; tried += 1) {
    await page.getByLabel('PIN').fill('914275');
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Unlock with the PIN' }).click();
    await answered;
    await page.getByText('This is not your PIN').first().waitFor();
  }
  await page.goto(`${home}/staff/unlock`);
  await page.getByText('typed wrongly five times').waitFor();
  expect(await page.getByLabel('PIN').count()).toBe(0);
  await look('pin-is-void');
  await page.getByLabel('Passphrase').fill(who.passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.waitForURL(/\/staff$/);

  // The code is older than ten minutes: the passkey does as well.
  journey.house.clock.advance(11 * 60_000);
  await page.goto(`${home}/staff/account/sign-in`);
  const adding = page.locator('form').filter({ hasText: 'What do you call this device?' });
  await adding.getByRole('button', { name: 'Use a passkey instead' }).click();
  await adding.getByLabel('A fresh code from your app').waitFor({ state: 'detached' });
  // The page is read anew after the proof; what is typed before that has ended would be typed into the old one.
  await page.waitForLoadState('networkidle');
  await page.getByLabel('What do you call this device?').fill('Blue phone again');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('This device already has a passkey of yours.').waitFor();

  journey.house.clock.advance(11 * 60_000);
  await page.goto(`${home}/staff/account/sign-in`);
  await page.getByText('Remove', { exact: true }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Blue phone' })
    .getByRole('button', { name: 'Use a passkey instead' })
    .click();
  await page.getByText('Blue phone', { exact: true }).waitFor({ state: 'detached' });

  await page.getByLabel('Signed in as').click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL(/sign-in/);
  allow(/status of 401/);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('That did not match').first().waitFor();
});

test('without script the page says that passkeys need it, and by a number that they need a name', async () => {
  const plain = await journey.visit(undefined, { javaScriptEnabled: false });
  await plain.page.goto(`${home}/staff/sign-in`);
  await plain.page.getByText('Passkeys need a browser that runs script').waitFor();
  await plain.look('sign-in-without-script');
  const numbered = await journey.visit();
  await numbered.go('/staff/sign-in');
  await numbered.page.getByText('Passkeys do not work while Serai is opened by a number').waitFor();
  expect(await numbered.page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0);
});
