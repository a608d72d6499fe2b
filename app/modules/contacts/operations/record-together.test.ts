import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { unrestrictClient } from '#modules/clients/operations/unrestrict-client.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { recordTestContact } from '../contacts.testing.ts';
import { viewContact } from '../queries/view-contact.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
let omid: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  omid = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const register = async (given: string) =>
  (await registerTestClient(house, mina.actor, { names: [{ given }] })).clientId;
const restrict = (clientId: string) =>
  execute(house, restrictClient, mina.actor, { clientId, version: 1, reason: 'in danger' });

test('a talk with a restricted person closes for colleagues, though somebody else was named first', async () => {
  const [mother, daughter] = [await register('Bibi'), await register('Laila')];
  const { contactId } = await recordTestContact(house, mina.actor, {
    clientIds: [mother, daughter],
    note: 'where the daughter hides',
  });
  await expect(read(house, viewContact, omid.actor, { contactId })).resolves.toHaveProperty('note');
  await restrict(daughter);
  await expect(read(house, viewContact, omid.actor, { contactId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(read(house, viewContact, mina.actor, { contactId })).resolves.toHaveProperty(
    'note',
    'where the daughter hides',
  );
});

test('it opens again only when the last restriction in it is lifted', async () => {
  const [one, two] = [await register('Nasima'), await register('Farid')];
  const { contactId } = await recordTestContact(house, mina.actor, { clientIds: [one, two] });
  await restrict(one);
  await restrict(two);
  await execute(house, unrestrictClient, mina.actor, { clientId: one, version: 1, reason: 'safe again' });
  await expect(read(house, viewContact, omid.actor, { contactId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await execute(house, unrestrictClient, mina.actor, { clientId: two, version: 1, reason: 'safe again' });
  await expect(read(house, viewContact, omid.actor, { contactId })).resolves.toHaveProperty('contact');
});
