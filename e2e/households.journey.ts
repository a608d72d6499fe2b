import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedConsent, registerTestClient } from '../app/modules/clients/clients.testing.ts';
import { restrictClient } from '../app/modules/clients/operations/restrict-client.server.ts';
import { execute } from '../app/platform/operations/execute.server.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

test('a child gets a guardian, a mother and a household; a mother behind a wall is not told of', async () => {
  const { house, centre } = journey;
  const counsellor = await journey.join('counsellor');
  const { clientId: mother } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Storai', family: 'Barakzai' }],
  });
  const { clientId: child } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Palwasha', family: 'Barakzai' }],
    birth: { calendar: 'gregory', age: 9 },
    phones: [],
    consent: { ...agreedConsent, bestInterest: 'Nobody of the family was there.' },
  });
  const { page, go, look, allow } = await journey.visit(counsellor);
  allow(/422/);
  await go(`/staff/people/${child}/household?q=Storai`);
  await page.getByText('No guardian is named.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Name the guardian' }).waitFor();
  const guardian = page.locator('form[action$="act=guardian"]');
  await guardian.getByLabel('Somebody with a file here').selectOption(mother);
  await guardian.getByLabel('How they stand to the child').selectOption('parent');
  await guardian.getByLabel('The child agrees, in their own words').check();
  await look('household-guardian');
  await guardian.getByRole('button', { name: 'Name the guardian' }).click();
  await page.getByText('The child agreed', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Open a household' }).click();
  await page.getByText('head', { exact: true }).waitFor();
  await go(`/staff/people/${child}/household?q=Storai`);
  const add = page.locator('form[action$="act=add"]');
  await add.getByLabel('Choose the person').selectOption(mother);
  await add.getByLabel('Relation to the head').selectOption('parent');
  await add.getByRole('button', { name: 'Add somebody' }).click();
  await page.getByRole('link', { name: 'Record one contact for all' }).waitFor();
  await look('household');

  await execute(house, restrictClient, centre.coordinator.actor, {
    clientId: mother,
    readers: [],
    reason: 'for the test',
  });
  const colleague = await journey.join('counsellor');
  const phone = await journey.visit(colleague, { viewport: { width: 390, height: 844 } });
  await phone.go(`/staff/people/${child}/household`);
  await phone.page.getByText('Palwasha Barakzai').first().waitFor();
  expect(await phone.page.getByText('Storai').count()).toBe(0);
  await phone.look('household-out-of-reach');
});
