import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { viewStaff } from '../queries/view-staff.query.server.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { editStaff } from './edit-staff.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a counsellor may not edit colleagues, and two people cannot share an address', async () => {
  const { actor, email } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const change = { staffId: actor.staffId, name: 'Omid', email, language: 'ar', version: 1 };
  await expect(execute(house, editStaff, actor, change)).rejects.toMatchObject({ code: 'forbidden' });
  const taken = { ...change, email: centre.coordinator.email };
  await expect(execute(house, editStaff, centre.coordinator.actor, taken)).rejects.toMatchObject({
    fields: [{ path: 'email', code: 'account-exists' }],
  });
});

test('a new address ends the session and is the one to sign in with', async () => {
  const colleague = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const { staffId, sessionToken } = colleague.actor;
  const change = {
    staffId,
    name: 'Omid Renamed',
    email: 'new-address@centre.example',
    siteId: centre.siteIds[1],
    language: 'ar',
    version: 1,
  };
  await execute(house, editStaff, centre.coordinator.actor, change);
  expect(await resolveActor(house, sessionToken)).toEqual(publicActor);
  const actor = await signIn(house, { ...colleague, email: 'New-Address@centre.example' });
  expect(actor).toMatchObject({ staffId, displayName: 'Omid Renamed', siteId: centre.siteIds[1] });
  expect(await read(house, viewStaff, centre.coordinator.actor, { staffId })).toMatchObject({
    version: 2,
    email: 'new-address@centre.example',
    language: 'ar',
  });
  expect(await latestAudit(house, 'staff.edit')).toMatchObject({
    subject_id: staffId,
    fields: ['name', 'email', 'site', 'language'],
  });
  await expect(execute(house, editStaff, centre.coordinator.actor, change)).rejects.toMatchObject({
    code: 'conflict.version',
  });
});
