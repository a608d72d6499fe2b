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
import { moveToAnotherCentre, registerTestClient } from '../clients.testing.ts';
import { issueCard } from '../operations/issue-card.server.ts';
import { restrictClient } from '../operations/restrict-client.server.ts';
import { setSafeContact } from '../operations/set-safe-contact.server.ts';
import { findClients } from './find-clients.query.server.ts';
let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const find = (text: string, actor = counsellor.actor) => read(house, findClients, actor, { text });
const ids = async (text: string, actor = counsellor.actor) =>
  (await find(text, actor)).found.map(({ id }) => id);

test('who sees figures only, or audits only, or only the people they serve, does not search', async () => {
  for (const role of ['data_officer', 'data_protection_officer', 'volunteer'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(find('Gulalai', actor)).rejects.toMatchObject({ code: 'forbidden', status: 403 });
  }
});

test('a person is found at once, in any script, by family name first or by a beginning', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Mohammad Naim', family: 'Kohistani' }],
  });
  for (const text of [
    'Muhammad Naeem Kohistani',
    'kohistani moh',
    'محمد نعیم کوهستانی',
    'Мухаммад Наим Кохистани',
    'মোহাম্মদ নাঈম',
  ]) {
    expect([text, await ids(text)]).toEqual([text, expect.arrayContaining([clientId])]);
  }
});

test('a name added later, in another script, finds the same person', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    names: [
      { given: 'Nasrin', family: 'Talukdar' },
      { given: 'নাসরিন', family: 'তালুকদার', kind: 'alias' },
    ],
  });
  expect(await ids('নাসরিন তালুকদার')).toContain(clientId);
});

test('a person is found by file number, phone and card, and each says why', async () => {
  const made = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Rukhshana' }],
    phones: [{ number: '0799 345 611' }],
  });
  const card = await execute(house, issueCard, counsellor.actor, { clientId: made.clientId });
  expect((await find(made.fileNo.toLowerCase())).found[0]).toMatchObject({
    id: made.clientId,
    fileNo: made.fileNo,
  });
  expect((await find('٠٧٩٩٣٤٥٦١١')).found[0]).toMatchObject({ id: made.clientId, reasons: ['same-phone'] });
  expect((await find('345611')).found[0]).toMatchObject({ id: made.clientId, reasons: ['phone-ending'] });
  expect((await find(card.number)).found[0]?.id).toBe(made.clientId);
  await execute(house, issueCard, counsellor.actor, { clientId: made.clientId });
  expect(await ids(card.number)).not.toContain(made.clientId);
});

test('a changed phone counts for the next search, the old one no longer', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Wazhma' }],
    phones: [{ number: '0788 111 222' }],
  });
  expect(await ids('0788111222')).toContain(clientId);
  await execute(house, setSafeContact, counsellor.actor, {
    clientId,
    version: 1,
    phones: [{ number: '0788 333 444' }],
  });
  expect(await ids('0788333444')).toContain(clientId);
  expect(await ids('0788111222')).not.toContain(clientId);
});

test('somebody behind a wall is announced without a fact, and only when well named', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Benafsha', family: 'Qaderi' }],
  });
  await execute(house, restrictClient, counsellor.actor, { clientId, reason: 'At risk' });
  const answer = await find('Benafsha Qaderi', centre.coordinator.actor);
  expect(answer).toEqual({ found: [], hidden: true });
  expect(await ids('Benafsha Qaderi')).toContain(clientId);
});

test('people of another centre are neither found nor announced', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Shabnam', family: 'Ghorbandi' }],
  });
  await moveToAnotherCentre(house, clientId);
  expect(await find('Shabnam Ghorbandi')).toEqual({ found: [], hidden: false });
});

test('one audit row a search: whom it showed, not what was typed', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Canarytyped', family: 'Onlyhere' }],
  });
  await find('Canarytyped Onlyhere');
  const {
    rows: [event],
  } = await house.admin.query(
    `select *, t::text as line from serai.audit_event t where action = 'client.find' order by at desc, seq desc limit 1`,
  );
  expect(event).toMatchObject({
    result: 'viewed',
    actor_id: counsellor.actor.staffId,
    item_ids: expect.arrayContaining([clientId]),
  });
  expect(event.line).not.toContain('Canarytyped');
});

test.each([
  ['nothing', ''],
  ['a half character', '\ud800'],
  ['a zero byte', '\u0000'],
  ['marks', '\u202E\u200F'],
  ['a picture', '🐪'],
  ['a formula', '=1+1'],
])('a search for %s finds nobody and breaks nothing', async (_, text) => {
  expect((await find(text)).found).toEqual([]);
});
