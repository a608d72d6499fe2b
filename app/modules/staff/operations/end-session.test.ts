import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { signOut } from '../screen.server.ts';
import { resolveActor } from '../session.server.ts';
import { openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { endSession } from './end-session.server.ts';
import { lockSession } from './lock-session.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('the public has no session to end', async () => {
  await expect(execute(house, endSession, publicActor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(signOut(house, 'x'.repeat(43))).resolves.toBeUndefined();
});

test('signing out ends this session and no other, from a locked screen too', async () => {
  const [here, there] = [await signIn(house, centre.coordinator), await signIn(house, centre.coordinator)];
  await execute(house, lockSession, here, {});
  await signOut(house, here.sessionToken);
  expect(await resolveActor(house, here.sessionToken)).toEqual(publicActor);
  expect(await resolveActor(house, there.sessionToken)).toMatchObject({ kind: 'staff' });
  expect(await latestAudit(house, 'session.end')).toMatchObject({ result: 'done', subject_id: here.staffId });
});
