import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { disableInDatabase, registerTestClient } from '../clients.testing.ts';
import { grantReader } from './grant-reader.server.ts';
import { issueCard } from './issue-card.server.ts';
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

const reason = 'At risk from the former employer';

test('a coordinator who is no reader cannot let herself in', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, restrictClient, counsellor.actor, { clientId, reason });
  await expect(
    execute(house, grantReader, centre.coordinator.actor, {
      clientId,
      staffId: centre.coordinator.actor.staffId,
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a file that is open to all has no list of readers', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(
    execute(house, grantReader, centre.coordinator.actor, {
      clientId,
      staffId: centre.coordinator.actor.staffId,
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a stranger cannot become a reader', async () => {
  const { clientId } = await registerTestClient(house, centre.coordinator.actor);
  await execute(house, restrictClient, centre.coordinator.actor, { clientId, reason });
  await expect(
    execute(house, grantReader, centre.coordinator.actor, { clientId, staffId: crypto.randomUUID() }),
  ).rejects.toMatchObject({ fields: [{ code: 'not-a-colleague' }] });
});

test('a reader lets a colleague in', async () => {
  const { clientId } = await registerTestClient(house, centre.coordinator.actor);
  await execute(house, restrictClient, centre.coordinator.actor, { clientId, reason });
  await execute(house, grantReader, centre.coordinator.actor, {
    clientId,
    staffId: counsellor.actor.staffId,
    reason: 'Takes over',
  });
  await execute(house, issueCard, counsellor.actor, { clientId });
});

test('a file whose last reader has left can be given to somebody by the coordinator', async () => {
  const leaver = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const { clientId } = await registerTestClient(house, leaver.actor);
  await execute(house, restrictClient, leaver.actor, { clientId, reason });
  await disableInDatabase(house, leaver.actor.staffId);
  await execute(house, grantReader, centre.coordinator.actor, {
    clientId,
    staffId: counsellor.actor.staffId,
  });
  await execute(house, issueCard, counsellor.actor, { clientId });
  await expect(execute(house, issueCard, centre.coordinator.actor, { clientId })).rejects.toMatchObject({
    code: 'not-found',
  });
});
