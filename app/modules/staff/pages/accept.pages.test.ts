import { afterAll, beforeAll, expect, test } from 'vitest';
import { houseActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { makeRecoverySheet } from '#modules/setup/operations/make-recovery-sheet.server.ts';
import { recoverAccess } from '#modules/setup/operations/recover-access.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import type { WebApp } from '#server/app.server.ts';
import { codeAt } from '../one-time-code.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '../staff.testing.ts';

const origin = 'http://127.0.0.1:4380';
let house: TestHouse;
let centre: TestCentre;
let recoveryKey: string;
let app: WebApp;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  ({ recoveryKey } = await execute(house, makeRecoverySheet, centre.coordinator.actor, {}));
  app = (await loadBuiltServer()).createApp(house);
});
afterAll(() => house?.close());

async function post(path: string, form: Record<string, string>) {
  const answer = await app.fetch(
    new Request(`${origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { accept: 'text/html', origin, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(form),
    }),
  );
  return { status: answer.status, text: await answer.text() };
}
const ask = async () => {
  const { email } = centre.coordinator;
  const { token } = await execute(house, recoverAccess, houseActor, { email, recoveryKey });
  return `/staff/accept/${token}`;
};

test('where nobody can vouch the page tells the hour and has no field', async () => {
  const page = await post(await ask(), { intent: 'open' });
  expect(page.status).toBe(200);
  expect(page.text).toContain('This link waits');
  expect(page.text).not.toContain('name="passphrase"');
});

test('without script a colleague vouches on the page of the link, and then it opens', async () => {
  const colleague = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const path = await ask();
  const asks = await post(path, { intent: 'open' });
  expect(asks.text).toContain('A colleague vouches');
  expect(asks.text).not.toContain('name="seed"');

  const { email, passphrase, seed } = colleague;
  const wrong = await post(path, {
    intent: 'vouch',
    email,
    passphrase: 'not the passphrase',
    code: '000000',
  });
  expect(wrong.status).toBe(401);
  expect(wrong.text).toContain('A colleague vouches');
  expect(wrong.text).not.toContain('not the passphrase');

  house.clock.advance(60_000);
  const code = codeAt(seed, house.clock.now());
  const opened = await post(path, { intent: 'vouch', email, passphrase, code });
  expect(opened.status).toBe(200);
  expect(opened.text).toContain('name="seed"');
  expect(opened.text).not.toContain('A colleague vouches');
});
