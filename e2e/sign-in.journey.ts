import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextCode } from './support/next-code.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

const codeNow = (seed: string): string => nextCode(journey.house, seed);

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
  await coordinator.page.getByLabel('Name').fill('Karim Counsellor');
  await coordinator.page.getByLabel('E-mail').fill('karim@centre.example');
  expect(await coordinator.page.getByRole('checkbox', { name: /^Counsellor/ }).isChecked()).toBe(true);
  await coordinator.look('invite');
  await coordinator.page.getByRole('button', { name: 'Make the link' }).click();
  const link = await coordinator.page.getByRole('textbox', { name: 'The link' }).inputValue();
  await coordinator.look('invited');
  const address = new URL(link).pathname;

  const { page, go, look, allow } = await journey.visit();
  await go(address);
  // Whoever only looks at a link, such as a preview, learns nothing and uses nothing up.
  expect(await page.content()).not.toContain('Karim');
  await look('accept');
  await page.getByRole('button', { name: 'Open the link' }).click();
  await page.getByRole('heading', { name: /Karim Counsellor/ }).waitFor();
  const seed = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(' ', '');
  const passphrase = 'eleven brass kettles in the yard';
  const accept = async (again: string, code: string) => {
    await page.getByLabel('New passphrase').fill(passphrase);
    await page.getByLabel('The same passphrase again').fill(again);
    await page.getByLabel('Now type the six digits that the app shows').fill(code);
    await page.getByRole('button', { name: 'Finish and sign in' }).click();
  };
  await accept('eleven brass kettles in the barn', codeNow(seed));
  await page.getByText('The two entries are not the same').first().waitFor();
  await look('accept-refused');
  // What the page promises: nothing that was typed is lost.
  expect(await page.getByLabel('New passphrase').inputValue()).toBe(passphrase);
  expect((await page.getByText(/^([A-Z2-7]{4} ){7}/).innerText()).replaceAll(' ', '')).toBe(seed);
  await accept(passphrase, codeNow(seed));
  await page.getByRole('heading', { name: "Today's arrivals" }).waitFor();
  await look('accepted');

  // Accepting signs in; from the next day on the passphrase and the app do.
  await page.getByLabel('Signed in as').click();
  await page.getByRole('button', { name: /sign out/i }).click();
  await page.waitForURL(/sign-in/);
  await page.getByLabel('E-mail').fill('karim@centre.example');
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByLabel('Code from your app').fill(codeNow(seed));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: "Today's arrivals" }).waitFor();

  const words = await page.getByRole('navigation', { name: 'Workspace' }).first().innerText();
  for (const mine of ['Desk', 'People', 'Contacts', 'Follow-ups']) expect(words).toContain(mine);
  for (const other of ['Audit', 'Centre']) expect(words).not.toContain(other);
  allow(/status of 403/);
  for (const closed of ['/staff/audit', '/staff/centre/profile', '/staff/team', '/staff/team/invite']) {
    const answer = await page.goto(`${journey.url}${closed}`);
    expect([closed, answer?.status()]).toEqual([closed, 403]);
    await page.getByRole('heading', { name: 'You may not do this' }).waitFor();
  }
  await look('refused-page');

  // The link worked once.
  const second = await journey.visit();
  second.allow(/status of 410/);
  await second.go(address);
  await second.page.getByRole('button', { name: 'Open the link' }).click();
  await second.page.getByText('This link no longer works').first().waitFor();
  expect(await second.page.getByRole('button', { name: 'Open the link' }).count()).toBe(0);
  await second.look('link-used');
});
