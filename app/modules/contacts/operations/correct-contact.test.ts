import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { newContact, recordTestContact } from '../contacts.testing.ts';
import { viewContact } from '../queries/view-contact.query.server.ts';
import { correctContact } from './correct-contact.server.ts';
import { voidContact } from './void-contact.server.ts';

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

const correction = (contactId: string, version = 1) => ({
  ...newContact({ minutes: 40, note: 'as it was' }),
  contactId,
  version,
  reason: 'minutes were wrong',
});

test('a colleague cannot correct what another recorded; the coordinator can', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  await expect(execute(house, correctContact, omid.actor, correction(contactId))).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, correctContact, centre.coordinator.actor, correction(contactId)),
  ).resolves.toEqual({ contactId, version: 2 });
});

test('a correction needs a reason', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  await expect(
    execute(house, correctContact, mina.actor, { ...correction(contactId), reason: ' ' }),
  ).rejects.toMatchObject({
    fields: [{ path: 'reason', code: 'required' }],
  });
});

test('of two who correct at once the second is told, and nothing is overwritten', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  await execute(house, correctContact, mina.actor, correction(contactId));
  await expect(
    execute(house, correctContact, mina.actor, { ...correction(contactId), minutes: 55 }),
  ).rejects.toMatchObject({ code: 'conflict.version', status: 409 });
  const { contact } = await read(house, viewContact, mina.actor, { contactId });
  expect(contact.minutes).toBe(40);
});

test('the version before stays, with its note and the reason', async () => {
  const { clientId } = await registerTestClient(house, mina.actor);
  const { contactId } = await recordTestContact(house, mina.actor, {
    clientIds: [clientId],
    note: 'first wording',
    minutes: 10,
  });
  await execute(house, correctContact, mina.actor, correction(contactId));
  const seen = await read(house, viewContact, mina.actor, { contactId });
  expect(seen).toMatchObject({
    note: 'as it was',
    contact: { version: 2, minutes: 40 },
    revisions: [{ version: 1, reason: 'minutes were wrong', note: 'first wording', before: { minutes: 10 } }],
  });
});

test('a voided contact cannot be corrected', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  await execute(house, voidContact, mina.actor, { contactId, version: 1, reason: 'recorded twice' });
  await expect(execute(house, correctContact, mina.actor, correction(contactId, 2))).rejects.toMatchObject({
    code: 'contact.voided',
  });
});
