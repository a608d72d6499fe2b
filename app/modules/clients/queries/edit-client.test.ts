import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '../clients.testing.ts';
import { editClient } from './edit-client.query.server.ts';
let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('a receptionist edits only what she registered today', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const theirs = await registerTestClient(house, counsellor.actor);
  await expect(read(house, editClient, actor, { clientId: theirs.clientId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const own = await registerTestClient(house, actor);
  expect((await read(house, editClient, actor, { clientId: own.clientId })).version).toBe(1);
});

test('a file that is not there is not found', async () => {
  await expect(
    read(house, editClient, counsellor.actor, { clientId: crypto.randomUUID() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('the form holds the file as it was typed', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    birth: { calendar: 'persian', text: '۱۳۷۳' },
    phones: [{ number: '0700-123 456' }],
  });
  const { file } = await read(house, editClient, counsellor.actor, { clientId });
  expect(file).toMatchObject({
    birth: { asEntered: { calendar: 'persian', text: '۱۳۷۳' }, precision: 'year' },
    phones: [{ number: '0700-123 456' }],
    originAdmin1: 'Kabul',
  });
});
