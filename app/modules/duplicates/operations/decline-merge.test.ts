import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { lookAtPair } from '../duplicates.testing.ts';
import { confirmMerge } from './confirm-merge.server.ts';
import { declineMerge } from './decline-merge.server.ts';
import { proposeMerge } from './propose-merge.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('the front desk does not decline; a declined proposal is over, and can be made anew', async () => {
  const one = await registerTestClient(house, mina.actor);
  const other = await registerTestClient(house, mina.actor);
  const input = await lookAtPair(house, mina.actor, one.clientId, other.clientId);
  const { mergeId } = await execute(house, proposeMerge, mina.actor, input);
  const desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await expect(execute(house, declineMerge, desk.actor, { mergeId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await execute(house, declineMerge, centre.coordinator.actor, { mergeId });
  await expect(execute(house, declineMerge, mina.actor, { mergeId })).rejects.toMatchObject({
    code: 'duplicates.not-open',
  });
  await expect(
    execute(house, confirmMerge, centre.coordinator.actor, { mergeId, survivorVersion: 1, mergedVersion: 1 }),
  ).rejects.toMatchObject({ code: 'duplicates.not-open' });
  const again = await execute(house, proposeMerge, mina.actor, input);
  expect(again.mergeId).not.toBe(mergeId);
});
