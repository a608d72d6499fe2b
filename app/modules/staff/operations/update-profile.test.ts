import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '../staff.testing.ts';
import { updateProfile } from './update-profile.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('the public has no profile, and a language without staff texts cannot be chosen', async () => {
  await expect(execute(house, updateProfile, publicActor, { language: 'en' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, updateProfile, centre.coordinator.actor, { language: 'bn' }),
  ).rejects.toMatchObject({ fields: [{ path: 'language', code: 'choose-one' }] });
});

test('language and calendar count from the next request', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await execute(house, updateProfile, actor, { language: 'fa-AF', calendar: 'persian' });
  expect(await resolveActor(house, actor.sessionToken)).toMatchObject({
    language: 'fa-AF',
    calendar: 'persian',
  });
  expect(await latestAudit(house, 'staff.update-profile')).toMatchObject({ subject_id: actor.staffId });
});
