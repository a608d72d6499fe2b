import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { registerTestClient } from '../clients.testing.ts';
import { assignClient } from './assign-client.server.ts';
import { restrictClient } from './restrict-client.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('a receptionist may not', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const reception = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await expect(
    execute(house, assignClient, reception.actor, { clientId, staffId: reception.actor.staffId }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('nobody outside the centre, and nobody who sees no people, can be given a file', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  for (const staffId of [crypto.randomUUID(), officer.actor.staffId]) {
    await expect(execute(house, assignClient, counsellor.actor, { clientId, staffId })).rejects.toMatchObject(
      { fields: [{ path: 'staffId', code: 'not-a-colleague' }] },
    );
  }
});

test('a restricted file can only be given to one of its readers', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, restrictClient, counsellor.actor, { clientId, reason: 'At risk from family' });
  await expect(
    execute(house, assignClient, counsellor.actor, { clientId, staffId: centre.coordinator.actor.staffId }),
  ).rejects.toMatchObject({ fields: [{ code: 'not-a-reader' }] });
});

test('a file becomes the work of a colleague, and of nobody again', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const assigned = async () =>
    (await house.admin.query('select assigned_to from serai.client where id = $1', [clientId])).rows[0]
      .assigned_to;
  await execute(house, assignClient, centre.coordinator.actor, {
    clientId,
    staffId: counsellor.actor.staffId,
  });
  expect(await assigned()).toBe(counsellor.actor.staffId);
  await execute(house, assignClient, centre.coordinator.actor, { clientId, staffId: null });
  expect(await assigned()).toBeNull();
});
