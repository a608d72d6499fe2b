import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { recordTestContact } from '../contacts.testing.ts';
import { voidContact } from './void-contact.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('a colleague cannot void what another recorded', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  await expect(
    execute(house, voidContact, actor, { contactId, version: 1, reason: 'not mine' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a voided contact stays, marked, counts nowhere, and takes its follow-up along', async () => {
  const { clientId } = await registerTestClient(house, mina.actor);
  const { contactId, followUpId } = await recordTestContact(house, mina.actor, {
    clientIds: [clientId],
    followUp: { dueOn: '2026-04-09', way: 'phone' },
  });
  await execute(house, voidContact, mina.actor, {
    contactId,
    version: 1,
    reason: 'recorded with the wrong person',
  });
  const { rows: contacts } = await house.admin.query(
    'select voided_at, voided_by, version from serai.contact where id = $1',
    [contactId],
  );
  expect(contacts).toEqual([{ voided_at: house.clock.now(), voided_by: mina.actor.staffId, version: 2 }]);
  const { rows: people } = await house.admin.query(
    'select voided from serai.contact_client where contact_id = $1',
    [contactId],
  );
  expect(people).toEqual([{ voided: true }]);
  const { rows: followUps } = await house.admin.query(
    'select outcome, closed_at from serai.follow_up where id = $1',
    [followUpId],
  );
  expect(followUps).toEqual([{ outcome: 'no_longer_needed', closed_at: house.clock.now() }]);
});

test('nothing is voided twice', async () => {
  const { contactId } = await recordTestContact(house, mina.actor);
  await execute(house, voidContact, mina.actor, { contactId, version: 1, reason: 'recorded twice' });
  await expect(
    execute(house, voidContact, mina.actor, { contactId, version: 2, reason: 'again' }),
  ).rejects.toMatchObject({ code: 'contact.voided' });
});
