import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '../app/modules/clients/clients.testing.ts';
import { recordTestContact } from '../app/modules/contacts/contacts.testing.ts';
import { planFollowUp } from '../app/modules/contacts/operations/plan-follow-up.server.ts';
import { addDays, localDay } from '../app/platform/language/local-day.ts';
import { execute } from '../app/platform/operations/execute.server.ts';
import { nextCode } from './support/next-code.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

test('a counsellor narrows a list, keeps the filter, chooses columns and moves by keyboard', async () => {
  const counsellor = await journey.join('counsellor');
  await recordTestContact(journey.house, counsellor.actor, { channel: 'hotline_inbound' });
  await recordTestContact(journey.house, counsellor.actor, { channel: 'hotline_inbound' });
  await recordTestContact(journey.house, counsellor.actor);
  const { page, go, look } = await journey.visit(counsellor);
  await go('/staff/contacts');
  await page.getByLabel('Kind of channel').selectOption('telephone');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/channelGroup=telephone/);
  // The address changes a moment before the rows do.
  await expect.poll(() => page.getByRole('row').count()).toBe(3);
  await look('list-of-contacts');

  await page.getByRole('link', { name: 'Columns and filters' }).click();
  await page.getByLabel('Name of the filter').fill('By telephone');
  await look('list-settings');
  await page.getByRole('button', { name: 'Keep this filter' }).click();
  await page.getByRole('link', { name: 'By telephone' }).waitFor();

  await page.getByRole('link', { name: 'Columns and filters' }).click();
  await page.getByLabel('Minutes', { exact: true }).selectOption('2');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('columnheader', { name: 'Minutes' }).waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/staff\/contacts\/[0-9a-f-]{36}$/);
});

test('a counsellor without script sorts people, keeps the order, and ends a follow-up from a narrowed list', async () => {
  const counsellor = await journey.join('counsellor');
  const dueOn = addDays(localDay(journey.house.clock.now(), 'Asia/Kabul'), 30);
  for (const given of ['Aziza', 'Benafsha']) {
    const { clientId } = await registerTestClient(journey.house, counsellor.actor, { names: [{ given }] });
    await execute(journey.house, planFollowUp, counsellor.actor, { clientId, dueOn, way: 'visit' });
  }
  const { page, go, look } = await journey.visit(counsellor, { javaScriptEnabled: false });
  await go('/staff/people');
  const head = page.getByRole('columnheader', { name: 'File number' });
  const rows = page.getByRole('rowheader');
  await head.getByRole('link').click();
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  const upwards = await rows.allInnerTexts();
  await head.getByRole('link').click();
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(await rows.allInnerTexts()).toEqual(upwards.toReversed());
  await page.getByRole('link', { name: 'Columns and filters' }).click();
  await page.getByLabel('Name of the filter').fill('Highest number first');
  await page.getByRole('button', { name: 'Keep this filter' }).click();
  await page.getByRole('link', { name: 'Highest number first' }).click();
  expect(await head.getAttribute('aria-sort')).toBe('descending');

  await go('/staff/follow-ups');
  await page.getByRole('columnheader', { name: 'Due on' }).getByRole('link').click();
  await page.waitForURL(/sort=latest-due/);
  await look('follow-ups');
  expect(await rows.count()).toBe(2);
  await page.getByRole('button', { name: 'Reached', exact: true }).first().click();
  await page.getByText('Saved.').waitFor();
  expect(new URL(page.url()).searchParams.get('sort')).toBe('latest-due');
  expect(await rows.count()).toBe(1);
});

test('a coordinator says why, proves it is them, and takes a list of people out', async () => {
  const coordinator = await journey.join('coordinator');
  await registerTestClient(journey.house, coordinator.actor, {
    names: [{ given: 'Laila', family: 'Noori' }],
  });
  const { page, go, look, allow } = await journey.visit(coordinator);
  allow(/422/);
  await go('/staff/people');
  await page.getByRole('link', { name: 'Export…' }).click();
  await page.getByText('This file leaves the house').waitFor();
  await page.getByRole('button', { name: 'Make the file' }).click();
  await page.getByRole('alert').first().waitFor();
  await look('export-refused');
  await page.getByLabel('Why is this needed?').fill('The ministry asked for it');
  const code = page.locator('input[name=code]');
  if ((await code.count()) > 0) await code.fill(nextCode(journey.house, coordinator.seed));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make the file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^people-\d{4}-\d\d-\d\d\.xlsx$/);
});
