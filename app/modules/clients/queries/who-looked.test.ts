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
import { findClients } from './find-clients.query.server.ts';
import { viewClient } from './view-client.query.server.ts';
import { whoLooked } from './who-looked.query.server.ts';
let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const looks = async (clientId: string, actor = centre.coordinator.actor) =>
  (await read(house, whoLooked, actor, { clientId })).looks;

test('a receptionist, and a counsellor who does not serve the person, may not', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  for (const role of ['receptionist', 'counsellor'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(looks(clientId, actor)).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('of somebody who is not there nothing is found', async () => {
  await expect(looks(crypto.randomUUID())).rejects.toMatchObject({ code: 'not-found' });
});

test('every look is in it: opening, searching, changing; and being refused', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Mahjabin', family: 'Laghmani' }],
  });
  await read(house, viewClient, counsellor.actor, { clientId });
  await read(house, findClients, counsellor.actor, { text: 'Mahjabin Laghmani' });
  expect(await looks(clientId)).toMatchObject([
    {
      action: 'client.find',
      role: 'counsellor',
      name: 'Test counsellor',
      result: 'viewed',
      purpose: 'search',
    },
    { action: 'client.view', result: 'viewed', purpose: 'service' },
    { action: 'client.register', result: 'done' },
  ]);
  expect((await looks(clientId))[0]).toMatchObject({ action: 'client.who-looked', name: 'Mina Test' });
});

test('the data protection officer watches over restricted files too, without opening them', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, restrictClient, counsellor.actor, { clientId, reason: 'At risk' });
  await expect(looks(clientId)).rejects.toMatchObject({ code: 'not-found' });
  const answer = await read(house, whoLooked, actor, { clientId });
  expect(answer.fileNo).toBeUndefined();
  expect(answer.looks.map(({ action }) => action)).toEqual(['client.restrict', 'client.register']);
});
