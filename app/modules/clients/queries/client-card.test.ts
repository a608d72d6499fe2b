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
import { issueCard } from '../operations/issue-card.server.ts';
import { clientCard } from './client-card.query.server.ts';
let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('a data protection officer sees no card', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(read(house, clientCard, actor, { clientId })).rejects.toMatchObject({ code: 'forbidden' });
});

test('of a file that is not there no card is found', async () => {
  await expect(
    read(house, clientCard, counsellor.actor, { clientId: crypto.randomUUID() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('the card in use, once there is one', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  expect((await read(house, clientCard, counsellor.actor, { clientId })).card).toBeUndefined();
  const { number } = await execute(house, issueCard, counsellor.actor, { clientId });
  expect((await read(house, clientCard, counsellor.actor, { clientId })).card?.number).toBe(number);
});
