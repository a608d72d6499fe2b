import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.server.ts';
import { sweepKeys } from './sweep-keys.server.ts';

let house: TestHouse;
beforeAll(async () => {
  // Keys are dated by the database's own clock, so the house starts at the real time here.
  house = await openTestHouse({ start: new Date().toISOString() });
});
afterAll(() => house?.close());

const day = 24 * 3_600_000;

test('keys that people and contacts need stay; keys of nothing go after a day, not before', async () => {
  const { coordinator, siteIds } = await openTestCentre(house);
  const { actor } = await addTestStaff(house, coordinator.actor, ['counsellor'], siteIds[0]);
  const { clientId } = await registerTestClient(house, actor);
  const { contactId } = await recordTestContact(house, actor, { note: 'kept' });
  const orphan = await house.vault.keys.mint('person');

  await sweepKeys(house);
  await expect(house.vault.keys.open(orphan)).resolves.toHaveLength(32);

  house.clock.advance(2 * day);
  expect((await sweepKeys(house)).orphanKeys).toBeGreaterThan(0);
  await expect(house.vault.keys.open(orphan)).rejects.toMatchObject({ code: 'vault.key-missing' });
  for (const id of [clientId, contactId]) await expect(house.vault.keys.open(id)).resolves.toHaveLength(32);
});

test('the key of a week that is over is destroyed', async () => {
  const id = await house.vault.weekKey('draft', house.clock.now(), 1);
  expect((await sweepKeys(house)).expiredKeys).toBe(0);
  house.clock.advance(15 * day);
  expect((await sweepKeys(house)).expiredKeys).toBeGreaterThan(0);
  await expect(house.vault.keys.open(id)).rejects.toMatchObject({ code: 'vault.key-missing' });
});
