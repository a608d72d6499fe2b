import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { viewAccount } from '../queries/view-account.query.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { changeRoles } from './change-roles.server.ts';
import { readNotices } from './read-notices.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('the public has no notices', async () => {
  await expect(execute(house, readNotices, publicActor, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('reading one’s notices leaves those of others', async () => {
  const [omid, zahra] = [
    await addTestStaff(house, centre.coordinator.actor, ['counsellor']),
    await addTestStaff(house, centre.coordinator.actor, ['counsellor']),
  ];
  const coordinator = await signIn(house, centre.coordinator);
  for (const { actor } of [omid, zahra])
    await execute(house, changeRoles, coordinator, {
      staffId: actor.staffId,
      roles: ['receptionist'],
      version: 1,
    });
  const [omidNow, zahraNow] = [await signIn(house, omid), await signIn(house, zahra)];
  expect(await execute(house, readNotices, omidNow, {})).toEqual({ read: 1 });
  expect((await read(house, viewAccount, omidNow, {})).notices).toEqual([]);
  expect((await read(house, viewAccount, zahraNow, {})).notices).toHaveLength(1);
});
