import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { sweepSignIn } from './jobs.server.ts';
import { resolveActor } from './session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from './staff.testing.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const count = async (table: string) =>
  Number((await house.admin.query(`select count(*) from serai.${table}`)).rows[0]?.count);

test('open sessions stay, and after three months nothing of an old one is left', async () => {
  await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const actor = await signIn(house, centre.coordinator);
  await sweepSignIn(house);
  expect(await resolveActor(house, actor.sessionToken)).toMatchObject({ kind: 'staff' });
  expect(await count('session')).toBeGreaterThan(1);
  house.clock.advance(100 * 24 * 3_600_000);
  await sweepSignIn(house);
  expect([await count('session'), await count('invitation')]).toEqual([0, 0]);
});
