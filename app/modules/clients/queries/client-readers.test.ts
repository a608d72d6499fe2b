import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '../clients.testing.ts';
import { restrictClient } from '../operations/restrict-client.server.ts';
import { clientReaders } from './client-readers.query.server.ts';
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
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(read(house, clientReaders, actor, { clientId })).rejects.toMatchObject({ code: 'forbidden' });
});

test('who is no reader does not learn who is', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, restrictClient, counsellor.actor, { clientId, reason: 'At risk' });
  await expect(read(house, clientReaders, centre.coordinator.actor, { clientId })).rejects.toMatchObject({
    code: 'not-found',
  });
  const answer = await read(house, clientReaders, counsellor.actor, { clientId });
  expect(answer.readers).toMatchObject([{ staffId: counsellor.actor.staffId, name: 'Test counsellor' }]);
});
