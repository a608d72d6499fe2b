import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordTestContact } from '../app/modules/contacts/contacts.testing.ts';
import { nextCode } from './support/next-code.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

const call = (token: string, path = '/contacts?whose=all') =>
  fetch(`${journey.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });

test('a program gets a token, reads with it, and is locked out when it is ended', async () => {
  const coordinator = await journey.join('coordinator');
  await recordTestContact(journey.house, coordinator.actor);
  const { page, go, look } = await journey.visit(coordinator);
  await go('/staff/centre/programs');
  await look('programs-empty');
  await page.getByRole('link', { name: 'New token' }).click();
  await page.getByRole('button', { name: 'Make the token' }).click();
  await page.getByRole('alert').first().waitFor();
  await look('token-refused');
  await page.getByLabel('What is the program called?').fill('Office sheet');
  await page.getByRole('checkbox', { name: /Read contacts/ }).check();
  const code = page.locator('input[name=code]');
  if ((await code.count()) > 0) await code.fill(nextCode(journey.house, coordinator.seed));
  await page.getByRole('button', { name: 'Make the token' }).click();
  await page.getByRole('heading', { name: 'The token is made' }).waitFor();
  await look('token-made');
  const shown = await page.getByRole('main').innerHTML();
  const token = /serai_[A-Za-z0-9_-]{20,}/.exec(shown)?.[0] ?? '';
  expect(token).not.toBe('');

  const answer = await call(token);
  expect(answer.status).toBe(200);
  expect(JSON.stringify(await answer.json())).toContain('"channel"');
  expect((await call(token, '/clients')).status).toBe(403);

  await go('/staff/centre/programs');
  expect(await page.getByRole('main').innerHTML()).not.toContain(token);
  await look('programs');
  await page.getByText('End this token').first().click();
  const sure = page.getByRole('button', { name: 'End this token' });
  if ((await sure.count()) > 0) await sure.last().click();
  await page.getByText('Ended', { exact: true }).first().waitFor();
  await look('token-ended');
  expect((await call(token)).status).toBe(401);
});

test('on a phone a counsellor finds the page closed', async () => {
  const counsellor = await journey.join('counsellor');
  const { page, allow } = await journey.visit(counsellor, { viewport: { width: 390, height: 844 } });
  allow(/status of 403/);
  const answer = await page.goto(`${journey.url}/staff/centre/programs`);
  expect(answer?.status()).toBe(403);
});
