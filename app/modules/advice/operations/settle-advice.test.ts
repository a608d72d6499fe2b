import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { withdrawConsent } from '#modules/clients/operations/withdraw-consent.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { voidContact } from '#modules/contacts/operations/void-contact.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { pageWithFact } from '../advice.testing.ts';
import { outdatedAdvice } from '../queries/outdated-advice.query.server.ts';
import { settleAdvice } from './settle-advice.server.ts';

let house: TestHouse;
let centre: TestCentre;
let amal: TestStaff;
let noor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  amal = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  noor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

/** A person who was shown a page that quotes a fact, which has changed in substance since. */
async function someoneToTell(substance = true) {
  const { pageId, change } = await pageWithFact(house, amal.actor, noor.actor);
  const { clientId } = await registerTestClient(house, amal.actor);
  const { contactId } = await recordTestContact(house, amal.actor, {
    clientIds: [clientId],
    guideIds: [pageId],
  });
  const { contactId: unnamed } = await recordTestContact(house, amal.actor, { guideIds: [pageId] });
  await change(substance);
  const list = () => read(house, outdatedAdvice, noor.actor, { pageId });
  const adviceId = (await list()).people[0]?.adviceId ?? '';
  return { pageId, clientId, contactId, unnamed, list, adviceId };
}

test('the front desk does not see who was told what', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
  await expect(read(house, outdatedAdvice, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  const { adviceId } = await someoneToTell();
  await expect(
    execute(house, settleAdvice, actor, { adviceId, outcome: 'told', way: 'in_person' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a small correction puts nobody on the list', async () => {
  const { list } = await someoneToTell(false);
  expect(await list()).toMatchObject({ people: [], unnamed: [] });
});

test('a change of substance puts those who were told on the list; the unnamed are counted', async () => {
  const { list, clientId, pageId } = await someoneToTell();
  const answer = await list();
  expect(answer.people).toMatchObject([
    { client: { id: clientId }, changes: [{ kind: 'fact', value: '900', unit: 'PKR' }] },
  ]);
  expect(answer.unnamed).toMatchObject([{ page: { id: pageId }, conversations: 1 }]);
  const { rows } = await house.admin.query(
    `select item_ids from serai.audit_event where action = 'advice.outdated' and result = 'viewed' order by at desc, seq desc limit 1`,
  );
  expect(rows).toEqual([{ item_ids: [clientId] }]);
});

test('nobody is reached in a way they did not agree to', async () => {
  const { adviceId } = await someoneToTell();
  // This person gave no e-mail address.
  await expect(
    execute(house, settleAdvice, amal.actor, { adviceId, outcome: 'told', way: 'email' }),
  ).rejects.toMatchObject({ code: 'advice.may-not-reach' });
});

test('whoever took back that they may be called is on the list without a number', async () => {
  const { list, clientId } = await someoneToTell();
  await execute(house, withdrawConsent, amal.actor, {
    clientId,
    purposes: ['contact_by_phone', 'contact_by_message'],
    reason: 'said so at the desk',
  });
  expect((await list()).people).toMatchObject([{ ways: [], phones: [] }]);
});

test('told takes a person off the list until the next change, not reached does not', async () => {
  const { adviceId, list } = await someoneToTell();
  await execute(house, settleAdvice, amal.actor, { adviceId, outcome: 'not_reached', way: 'in_person' });
  expect((await list()).people).toHaveLength(1);
  await execute(house, settleAdvice, amal.actor, { adviceId, outcome: 'told', way: 'in_person' });
  expect((await list()).people).toEqual([]);
  await expect(
    execute(house, settleAdvice, amal.actor, { adviceId, outcome: 'told', way: 'in_person' }),
  ).rejects.toMatchObject({ code: 'advice.settled' });
  const { rows } = await house.admin.query(
    'select outcome, way from serai.advice_outcome where advice_id = $1 order by outcome',
    [adviceId],
  );
  expect(rows).toEqual([
    { outcome: 'not_reached', way: 'in_person' },
    { outcome: 'told', way: 'in_person' },
  ]);
});

test('a voided conversation puts nobody on the list', async () => {
  const { contactId, list } = await someoneToTell();
  await execute(house, voidContact, amal.actor, { contactId, version: 1, reason: 'recorded twice' });
  expect((await list()).people).toEqual([]);
});

test('nobody settles what is out of reach', async () => {
  await expect(
    execute(house, settleAdvice, amal.actor, {
      adviceId: '00000000-0000-4000-8000-000000000000',
      outcome: 'not_needed',
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
});
