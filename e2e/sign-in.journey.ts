import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt } from '../app/modules/staff/one-time-code.server.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

const codeNow = (seed: string): string => {
  // A code counts once.
  journey.house.clock.advance(31_000);
  return codeAt(seed, journey.house.clock.now());
};

test('a colleague signs in, locks the screen, unlocks it where they were, and signs out', async () => {
  const who = await journey.join('counsellor');
  const { page, go, look } = await journey.visit();
  await go('/staff/people');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await look('sign-in');

  const signIn = async (code: string) => {
    await page.getByLabel('E-mail').fill(who.email);
    await page.getByLabel('Passphrase').fill(who.passphrase);
    await page.getByLabel('Code from your app').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await signIn('000000');
  await page.getByRole('alert').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/staff/sign-in');
  await signIn(codeNow(who.seed));
  await page.getByRole('heading', { name: 'People', exact: true }).waitFor();

  await page.getByLabel('Signed in as').click();
  await page.getByRole('button', { name: /lock/i }).click();
  await page.waitForURL(/\/staff\/unlock/);
  await go('/staff/people');
  expect(new URL(page.url()).pathname).toBe('/staff/unlock');
  await look('locked');
  await page.getByLabel('Passphrase').fill(who.passphrase);
  await page.getByRole('button', { name: /unlock/i }).click();
  await page.getByRole('heading', { name: 'People', exact: true }).waitFor();

  await page.getByLabel('Signed in as').click();
  await page.getByRole('button', { name: /sign out/i }).click();
  await page.waitForURL(/sign-in/);
  await go('/staff/people');
  expect(new URL(page.url()).pathname).toBe('/staff/sign-in');
});

test('a coordinator invites a colleague, who accepts and sees what the role may', async () => {
  const coordinator = await journey.visit(journey.centre.coordinator);
  await coordinator.go('/staff/team/invite');
  await coordinator.page.getByLabel('Name').fill('Rosa Receptionist');
  await coordinator.page.getByLabel('E-mail').fill('rosa@centre.example');
  await coordinator.page.getByRole('checkbox', { name: /^Counsellor/ }).uncheck();
  await coordinator.page.getByRole('checkbox', { name: /^Receptionist/ }).check();
  await coordinator.look('invite');
  await coordinator.page.getByRole('button', { name: 'Make the link' }).click();
  const link = await coordinator.page.getByRole('textbox', { name: 'The link' }).inputValue();
  await coordinator.look('invited');
  const address = new URL(link).pathname;

  const rosa = await journey.visit();
  await rosa.go(address);
  expect(await rosa.page.content()).not.toContain('Rosa');
  await rosa.look('accept');
});
