import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { codeAt } from '../one-time-code.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '../staff.testing.ts';
import { beginSession } from './begin-session.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a wrong passphrase, a wrong code and an unknown address are refused in the same words', async () => {
  const { email, passphrase, seed } = centre.coordinator;
  house.clock.advance(60_000);
  const code = codeAt(seed, house.clock.now());
  for (const wrong of [
    { passphrase: 'not the passphrase' },
    { code: '000000' },
    { email: 'nobody@centre.example' },
  ]) {
    await expect(
      execute(house, beginSession, publicActor, { email, passphrase, code, ...wrong }),
    ).rejects.toMatchObject({ code: 'session.refused', status: 401 });
  }
});

test('a code counts once', async () => {
  const { email, passphrase, seed } = centre.coordinator;
  house.clock.advance(60_000);
  const code = codeAt(seed, house.clock.now());
  await execute(house, beginSession, publicActor, { email, passphrase, code });
  await expect(execute(house, beginSession, publicActor, { email, passphrase, code })).rejects.toMatchObject({
    code: 'session.refused',
  });
});

test('a code sent several times at the same moment counts once', async () => {
  const { email, passphrase, seed } = centre.coordinator;
  house.clock.advance(60_000);
  const code = codeAt(seed, house.clock.now());
  const tried = await Promise.allSettled(
    [1, 2, 3, 4].map(() => execute(house, beginSession, publicActor, { email, passphrase, code })),
  );
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an account that somebody works on is refused without waiting for them', async () => {
  await house.databases.auth.transaction().execute(async (tx) => {
    await sql`select 1 from staff_member for update`.execute(tx);
    const { email } = centre.coordinator;
    const guess = { email, passphrase: 'not the passphrase', code: '000000' };
    await expect(execute(house, beginSession, publicActor, guess)).rejects.toMatchObject({
      code: 'session.refused',
    });
  });
});

test('a colleague who accepted an invitation is signed in with the invited roles', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  expect(actor.roles).toEqual(['counsellor']);
  expect(actor.centre.id).toBe(centre.centreId);
});
