import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '../app/modules/clients/clients.testing.ts';
import type { TestStaff } from '../app/modules/staff/staff.testing.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
let counsellor: TestStaff;
beforeAll(async () => {
  journey = await openJourney();
  counsellor = await journey.join('counsellor');
});
afterAll(() => journey?.close());

test('a person is registered with consent, and found again in another script', async () => {
  const { page, go, look } = await journey.visit(counsellor);
  await go('/staff/people/new');
  await page.getByLabel('Given name', { exact: true }).fill('Mohammad Reza');
  await page.getByLabel('Family name', { exact: false }).first().fill('Karimi');
  await page.getByText('Male', { exact: true }).click();
  await page.getByLabel('Year', { exact: true }).first().fill('1991');
  await page.getByLabel('Preferred language').selectOption('prs');
  await page.getByLabel('Phone (Optional)', { exact: true }).fill('0700 555 121');
  await page.getByText('Safe to call', { exact: true }).first().click();
  await page.getByText('Has decided and is preparing').click();
  await page.getByText('I explained all of this').click();
  for (const purpose of [
    'Serve me and keep a record',
    'Call me',
    'Send me messages',
    'Share with another service',
    'Ask me again',
  ]) {
    const answer = purpose === 'Ask me again' ? 'No' : 'Yes';
    await page.getByRole('group', { name: purpose }).getByText(answer, { exact: true }).click();
  }
  await page
    .getByRole('group', { name: 'How did they agree?' })
    .getByText('Signature', { exact: true })
    .click();
  await look('register');
  await page.getByRole('button', { name: 'Open the file' }).click();
  await page.getByRole('heading', { name: 'Mohammad Reza Karimi' }).waitFor();
  await look('person');

  await go('/staff/people');
  await page.getByLabel('Find a person').fill('محمد کریمی');
  await page.getByLabel('Find a person').press('Enter');
  await page.getByRole('link', { name: /Mohammad Reza Karimi/ }).waitFor();
  await look('found-in-another-script');
});

test('a consent that is taken back counts at once', async () => {
  const { clientId } = await registerTestClient(journey.house, counsellor.actor, {
    names: [{ given: 'Laila', family: 'Noori' }],
  });
  const { page, go, look } = await journey.visit(counsellor);
  await go(`/staff/people/${clientId}/consent`);
  await page.getByText('Take a consent back').click();
  await page.getByRole('checkbox', { name: /Call me/ }).check();
  await look('withdraw');
  await page.getByRole('button', { name: /take back|withdraw/i }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Call me' })
    .filter({ hasText: /taken back|withdrawn/i })
    .first()
    .waitFor();
  await go(`/staff/people/${clientId}`);
  expect(await page.getByRole('region', { name: 'How to reach safely' }).innerText()).toMatch(/not call/i);
  await look('person-without-calls');
});
