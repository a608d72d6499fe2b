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
import { arrive } from '#modules/front-desk/front-desk.testing.ts';
import { callArrival } from '#modules/front-desk/operations/call-arrival.server.ts';
import { newContact, recordTestContact } from '../contacts.testing.ts';
import { recordContact } from './record-contact.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const contacts = async (where = 'true') =>
  (await house.admin.query(`select * from serai.contact where ${where} order by recorded_at`)).rows;
const lastAudit = async () =>
  (await house.admin.query('select * from serai.audit_event order by seq desc limit 1')).rows[0];

test('somebody with figures only, or with audit only, records nothing', async () => {
  for (const role of ['data_officer', 'data_protection_officer'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role], centre.siteIds[0]);
    await expect(execute(house, recordContact, actor, newContact())).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
  expect(await contacts()).toEqual([]);
});

test('a receptionist records for the unnamed, not on a file', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
  const { clientId } = await registerTestClient(house, counsellor.actor, { names: [{ given: 'Parwin' }] });
  await expect(recordTestContact(house, actor, { clientIds: [clientId] })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(recordTestContact(house, actor)).resolves.toMatchObject({ firstTime: false });
});

test('a person who does not exist, or is out of reach, looks like not found', async () => {
  await expect(
    recordTestContact(house, counsellor.actor, { clientIds: [crypto.randomUUID()] }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a volunteer finishes no arrival that a colleague called by recording a contact for it', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['volunteer'], centre.siteIds[0]);
  const arrivalOf = async (caller: TestStaff['actor']) => {
    const { arrivalId } = await arrive(house, counsellor.actor);
    await execute(house, callArrival, caller, { arrivalId });
    const { contactId } = await recordTestContact(house, actor, { arrivalId });
    const { rows } = await house.admin.query('select * from serai.arrival where id = $1', [arrivalId]);
    return { contactId, row: rows[0] };
  };
  expect((await arrivalOf(counsellor.actor)).row).toMatchObject({ served_at: null, contact_id: null });
  const own = await arrivalOf(actor);
  expect(own.row.contact_id).toBe(own.contactId);
});

test('a site that is none of this centre is refused at its field', async () => {
  await expect(
    recordTestContact(house, counsellor.actor, { siteId: crypto.randomUUID() }),
  ).rejects.toMatchObject({ fields: [{ path: 'siteId', code: 'choose-one' }] });
});

test.each([
  ['no topic', { topics: [] }, 'topics', 'choose-one'],
  ['a topic that is not on the list', { topics: ['astrology'] }, 'topics.0', 'choose-one'],
  ['a day that is not over yet', { occurredOn: '2026-03-11' }, 'occurredOn', 'in-the-future'],
  [
    'advice about going without the option of staying',
    { stayOptionExplained: false },
    'stayOptionExplained',
    'explain-staying',
  ],
  ['a corridor that leads nowhere', { corridorFrom: 'PK', corridorTo: 'PK' }, 'corridorTo', 'same-country'],
  ['text that hides its direction', { note: 'abc\u202edef' }, 'note', 'bad-characters'],
  ['a head-count of nobody', { who: 'head_count' }, 'people', 'required'],
  ['a client who is not named', { who: 'client' }, 'clientIds', 'required'],
  [
    'a follow-up with the unnamed',
    { followUp: { dueOn: '2026-04-01', way: 'phone' } },
    'followUp.dueOn',
    'needs-file',
  ],
])('%s is refused at its field, and nothing is written', async (_what, wrong, path, code) => {
  const before = await contacts();
  await expect(
    execute(house, recordContact, counsellor.actor, { ...newContact(), ...wrong }),
  ).rejects.toMatchObject({
    code: 'input.invalid',
    fields: [{ path, code }],
  });
  expect(await contacts()).toEqual(before);
});

test('an anonymous contact keeps its coarse facts in clear and its note sealed', async () => {
  const { contactId } = await recordTestContact(house, counsellor.actor, {
    facts: { sex: 'female', ageBand: '25_34', stage: 'intending', nationality: 'AF' },
    note: 'afraid of the broker from the bus station',
  });
  const [row] = await contacts(`id = '${contactId}'`);
  expect(row).toMatchObject({
    who: 'anonymous',
    client_id: null,
    sex: 'female',
    age_band: '25_34',
    channel_group: 'in_person',
    main_topic: 'visa_procedure',
    people: 1,
  });
  expect(row.sealed_note.toString('latin1')).not.toContain('broker');
});

test('a contact with a client is linked in the audit, and the second one is not the first time', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Zohra', family: 'Amini' }],
  });
  const first = await recordTestContact(house, counsellor.actor, {
    clientIds: [clientId],
    note: 'first talk',
  });
  expect(first.firstTime).toBe(true);
  expect(await lastAudit()).toMatchObject({
    action: 'contact.record',
    subject_id: first.contactId,
    client_id: clientId,
    result: 'done',
    fields: ['conversation', 'note'],
    item_ids: [clientId],
  });
  const second = await recordTestContact(house, counsellor.actor, { clientIds: [clientId] });
  expect(second.firstTime).toBe(false);
});

test('a family advised together is one contact and several people', async () => {
  const family = await Promise.all(
    ['Nadia', 'Karim', 'Laila'].map((given) =>
      registerTestClient(house, counsellor.actor, { names: [{ given }] }),
    ),
  );
  const { contactId } = await recordTestContact(house, counsellor.actor, {
    clientIds: family.map(({ clientId }) => clientId),
  });
  expect(await contacts(`id = '${contactId}'`)).toMatchObject([
    { people: 3, client_id: family[0]?.clientId },
  ]);
  const { rows } = await house.admin.query(
    'select client_id from serai.contact_client where contact_id = $1',
    [contactId],
  );
  expect(rows.map((row) => row.client_id).sort()).toEqual(family.map(({ clientId }) => clientId).sort());
});

test('sending the same form twice records one contact and answers the same', async () => {
  const options = { idempotencyKey: 'form-7f2c9a' };
  const input = newContact({ minutes: 7 });
  const before = (await contacts()).length;
  const first = await execute(house, recordContact, counsellor.actor, input, options);
  expect(await execute(house, recordContact, counsellor.actor, input, options)).toEqual(first);
  expect(await contacts()).toHaveLength(before + 1);
  await expect(
    execute(house, recordContact, counsellor.actor, newContact({ minutes: 8 }), options),
  ).rejects.toMatchObject({ code: 'idempotency.conflict' });
});

test('the same form sent twice at the same moment records one contact', async () => {
  const before = (await contacts()).length;
  const send = () =>
    execute(house, recordContact, counsellor.actor, newContact(), { idempotencyKey: 'double-click-1' });
  const [first, second] = await Promise.all([send(), send()]);
  expect(second).toEqual(first);
  expect(await contacts()).toHaveLength(before + 1);
});

test('what was on paper is entered for its own day', async () => {
  const { contactId } = await recordTestContact(house, counsellor.actor, {
    occurredOn: '2026-03-06',
    startedAt: '10:30',
  });
  const [row] = await contacts(`id = '${contactId}'`);
  expect(row).toMatchObject({ occurred_on: '2026-03-06', entered_later: true });
  expect(row.started_at.toISOString()).toBe('2026-03-06T05:30:00.000Z');
});

test('a follow-up comes with the contact, assigned to the counsellor', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, { names: [{ given: 'Marwa' }] });
  const { followUpId } = await recordTestContact(house, counsellor.actor, {
    clientIds: [clientId],
    followUp: { dueOn: '2026-04-09', way: 'phone', note: 'ask whether the agency answered' },
  });
  const { rows } = await house.admin.query('select * from serai.follow_up where id = $1', [followUpId]);
  expect(rows).toMatchObject([
    {
      client_id: clientId,
      due_on: '2026-04-09',
      way: 'phone',
      assigned_to: counsellor.actor.staffId,
      reminder: 'none',
    },
  ]);
});

test('thoughts of suicide make a contact urgent', async () => {
  const { contactId } = await recordTestContact(house, counsellor.actor, {
    topics: ['suicidal_thoughts'],
    stayOptionExplained: false,
  });
  expect(await contacts(`id = '${contactId}'`)).toMatchObject([{ urgent: true }]);
});
