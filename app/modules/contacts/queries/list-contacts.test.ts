import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveToAnotherCentre, registerTestClient } from '#modules/clients/clients.testing.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { recordTestContact } from '../contacts.testing.ts';
import { listContacts } from './list-contacts.query.server.ts';
import { listFollowUps } from './list-follow-ups.query.server.ts';
import { prepareContact } from './prepare-contact.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
let receptionist: StaffActor;
let officer: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const join = (role: 'counsellor' | 'receptionist' | 'data_officer') =>
    addTestStaff(house, centre.coordinator.actor, [role], centre.siteIds[0]);
  mina = await join('counsellor');
  receptionist = (await join('receptionist')).actor;
  officer = (await join('data_officer')).actor;
});
afterAll(() => house?.close());

const forbidden = { code: 'forbidden', status: 403 };

test('who sees figures only reads no contact, no follow-up and no form', async () => {
  await expect(read(house, listContacts, officer, {})).rejects.toMatchObject(forbidden);
  await expect(read(house, listFollowUps, officer, {})).rejects.toMatchObject(forbidden);
  await expect(read(house, prepareContact, officer, {})).rejects.toMatchObject(forbidden);
});

test("a receptionist reads their own contacts and not everybody's", async () => {
  const { contactId } = await recordTestContact(house, receptionist);
  await recordTestContact(house, mina.actor);
  const { rows } = await read(house, listContacts, receptionist, {});
  expect(rows.map(({ id }) => id)).toEqual([contactId]);
  await expect(read(house, listContacts, receptionist, { whose: 'all' })).rejects.toMatchObject(forbidden);
});

test('a receptionist prepares a contact with nobody in particular, not one about a person', async () => {
  const { clientId } = await registerTestClient(house, mina.actor);
  await expect(read(house, prepareContact, receptionist, { clientIds: [clientId] })).rejects.toMatchObject(
    forbidden,
  );
  expect((await read(house, prepareContact, receptionist, {})).clients).toEqual([]);
});

test('a person of another centre is not found', async () => {
  const { clientId } = await registerTestClient(house, mina.actor);
  await moveToAnotherCentre(house, clientId);
  await expect(read(house, prepareContact, mina.actor, { clientIds: [clientId] })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('the form starts with the person and with what the last contact was like', async () => {
  const { clientId } = await registerTestClient(house, mina.actor);
  house.clock.advance(1_000);
  await recordTestContact(house, mina.actor, { minutes: 45 });
  const prepared = await read(house, prepareContact, mina.actor, { clientIds: [clientId] });
  expect(prepared.clients).toMatchObject([{ id: clientId, recordAllowed: true }]);
  expect(prepared.defaults).toMatchObject({ minutes: 45 });
});

test('a list tells its choice only, and the audit tells whose contacts were looked at', async () => {
  const { clientId } = await registerTestClient(house, mina.actor);
  const { contactId } = await recordTestContact(house, mina.actor, {
    clientIds: [clientId],
    topics: ['visa_procedure'],
  });
  const { rows } = await read(house, listContacts, mina.actor, { whose: 'all', topic: 'visa_procedure' });
  expect(rows).toContainEqual(expect.objectContaining({ id: contactId, who: 'client' }));
  expect(await latestAudit(house, 'contact.list')).toMatchObject({
    result: 'viewed',
    actor_id: mina.actor.staffId,
    item_count: rows.length,
  });
  const none = await read(house, listContacts, mina.actor, { whose: 'all', topic: 'transit' });
  expect(none.rows).toEqual([]);
});

test.each([
  ['recorded', 'first-recorded'],
  ['newest', 'oldest'],
])('contacts sorted by %s: pages neither skip nor repeat, %s is the reverse', async (sort, reverse) => {
  for (let at = 0; at < 30; at += 1) {
    // Two of a moment and all of a day: ties.
    if (at % 2 === 0) house.clock.advance(1_000);
    await recordTestContact(house, mina.actor);
  }
  const all = async (order: string) => {
    const ids: string[] = [];
    for (let before: string | undefined, first = true; first || before; first = false) {
      const page = await read(house, listContacts, mina.actor, { whose: 'all', sort: order, before });
      ids.push(...page.rows.map(({ id }) => id));
      before = page.next;
    }
    return ids;
  };
  const ids = await all(sort);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await all(reverse)).toEqual(ids.toReversed());
});
