import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffActor } from '#platform/actor.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { addNetworkAdministrator, openNetworkCentre } from '../network.testing.ts';
import { networkFigures } from './network-figures.query.server.ts';
import { otherCentres } from './other-centres.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let admin: StaffActor;
let secondId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  admin = (await addNetworkAdministrator(house, centre.coordinator.actor)).actor;
  const second = await openNetworkCentre(house, admin);
  secondId = second.centreId;
  const siteId = centre.siteIds[0];
  for (let count = 0; count < 6; count += 1)
    await recordTestContact(house, centre.coordinator.actor, { siteId, occurredOn: '2026-02-20' });
  const sites = await house.admin.query('select id from serai.site where centre_id = $1', [secondId]);
  for (let count = 0; count < 2; count += 1)
    await recordTestContact(house, second.coordinator.actor, {
      siteId: sites.rows[0].id,
      occurredOn: '2026-02-20',
    });
});
afterAll(() => house?.close());

test('a coordinator sees no other centre’s numbers, and whoever arranges centres asks for nobody else’s door', async () => {
  await expect(read(house, networkFigures, centre.coordinator.actor, {})).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await read(house, otherCentres, centre.coordinator.actor, {})).toMatchObject([{ id: secondId }]);
  const stranger = { ...centre.coordinator.actor, roles: ['receptionist' as const] };
  await expect(read(house, otherCentres, stranger, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('each centre’s month and the sum of centres, small numbers hidden', async () => {
  const { months, centres, sum, hidden } = await read(house, networkFigures, admin, { month: '2026-02-01' });
  expect(months[0]).toBe('2026-02-01');
  expect(centres.find(({ id }) => id === centre.centreId)?.figures.contacts).toBe(6);
  expect(centres.find(({ id }) => id === secondId)?.figures.contacts).toBeNull();
  expect([sum.contacts, sum.people, hidden]).toEqual([null, 0, true]);
});

test('the running month is not told: its days could be worked out one from the other', async () => {
  const { month } = await read(house, networkFigures, admin, { month: '2026-03-01' });
  expect(month).toBe('2026-02-01');
});
