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
import { issueCard } from './issue-card.server.ts';
import { restrictClient } from './restrict-client.server.ts';
import { revokeReader } from './revoke-reader.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const reason = 'No longer needed for the work';
const restricted = async (readers: string[]) => {
  const { clientId } = await registerTestClient(house, centre.coordinator.actor);
  await execute(house, restrictClient, centre.coordinator.actor, { clientId, reason, readers });
  return clientId;
};

test('whoever cannot open the file cannot change its readers', async () => {
  const clientId = await restricted([]);
  await expect(
    execute(house, revokeReader, counsellor.actor, { clientId, staffId: centre.coordinator.actor.staffId }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a reader who does not serve the person may not send another away', async () => {
  const clientId = await restricted([counsellor.actor.staffId]);
  await expect(
    execute(house, revokeReader, counsellor.actor, { clientId, staffId: centre.coordinator.actor.staffId }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('the last reader stays, and who is no reader cannot be taken off', async () => {
  const clientId = await restricted([]);
  await expect(
    execute(house, revokeReader, centre.coordinator.actor, { clientId, staffId: counsellor.actor.staffId }),
  ).rejects.toMatchObject({ fields: [{ code: 'not-a-reader' }] });
  await expect(
    execute(house, revokeReader, centre.coordinator.actor, {
      clientId,
      staffId: centre.coordinator.actor.staffId,
    }),
  ).rejects.toMatchObject({ fields: [{ code: 'last-reader' }] });
});

test('a reader who is taken off no longer finds the file', async () => {
  const clientId = await restricted([counsellor.actor.staffId]);
  await execute(house, revokeReader, centre.coordinator.actor, {
    clientId,
    staffId: counsellor.actor.staffId,
    reason,
  });
  await expect(execute(house, issueCard, counsellor.actor, { clientId })).rejects.toMatchObject({
    code: 'not-found',
  });
});
