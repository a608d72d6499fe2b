import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { agreedConsent, newPerson } from '../clients.testing.ts';
import { viewClient } from '../queries/view-client.query.server.ts';
import { registerClient } from './register-client.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const register = (given: Parameters<typeof newPerson>[0] = {}, actor = counsellor.actor) =>
  execute(house, registerClient, actor, newPerson(given));
const countClients = async () =>
  (await house.admin.query('select count(*) from serai.client')).rows[0].count as number;

test('a data officer may not open a file', async () => {
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(register({}, officer.actor)).rejects.toMatchObject({ code: 'forbidden', status: 403 });
});

test('a volunteer may not open a file', async () => {
  const volunteer = await addTestStaff(house, centre.coordinator.actor, ['volunteer']);
  await expect(register({}, volunteer.actor)).rejects.toMatchObject({ code: 'forbidden' });
});

test('without a yes to the record there is no file', async () => {
  const before = await countClients();
  const refused = {
    ...agreedConsent,
    decisions: { ...agreedConsent.decisions, service_and_record: 'refused' as const },
  };
  await expect(register({ consent: refused })).rejects.toMatchObject({
    code: 'input.invalid',
    fields: [{ path: 'consent.decisions.service_and_record', code: 'no-file-without-consent' }],
  });
  expect(await countClients()).toBe(before);
});

test('a yes does not count while something is unexplained', async () => {
  await expect(
    register({ consent: { ...agreedConsent, explained: ['purpose', 'use'] } }),
  ).rejects.toMatchObject({
    fields: [{ path: 'consent.explained', code: 'consent-not-explained' }],
  });
});

test('a yes needs to say how it was given', async () => {
  await expect(register({ consent: { ...agreedConsent, form: undefined } })).rejects.toMatchObject({
    fields: [{ path: 'consent.form', code: 'required' }],
  });
});

test('a life in danger needs its reason in words, and allows no legal status', async () => {
  const vital = {
    explainedIn: 'prs',
    explained: [],
    decisions: { service_and_record: 'not_possible_vital_interest' as const },
  };
  await expect(register({ consent: vital })).rejects.toMatchObject({
    fields: [{ path: 'consent.reason', code: 'reason-missing' }],
  });
  await expect(
    register({
      consent: { ...vital, reason: 'Unconscious, brought by a neighbour' },
      legalStatus: 'expired_document',
    }),
  ).rejects.toMatchObject({ fields: [{ path: 'legalStatus', code: 'no-status-without-consent' }] });
  await expect(
    register({
      consent: {
        ...vital,
        reason: 'Unconscious, brought by a neighbour',
        decisions: { ...vital.decisions, contact_by_phone: 'given' },
        form: 'audio',
        explained: agreedConsent.explained,
      },
    }),
  ).rejects.toMatchObject({
    fields: [{ path: 'consent.decisions.contact_by_phone', code: 'consent-not-asked' }],
  });
  const made = await register({ consent: { ...vital, reason: 'Unconscious, brought by a neighbour' } });
  const { rows } = await house.admin.query(
    'select status, legal_basis from serai.consent where client_id = $1',
    [made.clientId],
  );
  expect(rows).toEqual([{ status: 'not_possible_vital_interest', legal_basis: 'vital_interest' }]);
});

test('a child needs a guardian and its own assent, or a note on its best interest', async () => {
  const child = { birth: { calendar: 'gregory' as const, age: 15 } };
  await expect(register(child)).rejects.toMatchObject({
    fields: [{ path: 'consent.guardian', code: 'guardian-or-best-interest' }],
  });
  await expect(
    register({ ...child, consent: { ...agreedConsent, guardian: 'An aunt' } }),
  ).rejects.toMatchObject({ fields: [{ path: 'consent.assent', code: 'assent-missing' }] });
  const made = await register({
    ...child,
    consent: { ...agreedConsent, form: 'guardian_plus_assent', guardian: 'An aunt', assent: true },
  });
  const { rows } = await house.admin.query('select minor, age_band from serai.client where id = $1', [
    made.clientId,
  ]);
  expect(rows).toEqual([{ minor: true, age_band: '15_17' }]);
});

test.each([
  ['no name', { names: [] }, 'names', 'required'],
  ['a half character', { names: [{ given: 'Gul\ud800' }] }, 'names.0.given', 'bad-characters'],
  ['a zero byte', { names: [{ given: 'Gul\u0000' }] }, 'names.0.given', 'bad-characters'],
  ['a text that runs backwards', { names: [{ given: 'Gul\u202Eialal' }] }, 'names.0.given', 'bad-characters'],
  ['a name without end', { names: [{ given: 'x'.repeat(5000) }] }, 'names.0.given', 'too-long'],
  ['a phone that is none', { phones: [{ number: 'ask the neighbour' }] }, 'phones.0.number', 'not-a-phone'],
  [
    'half of the safe hours',
    { phones: [{ number: '0700123456', safeFrom: '09:00' }] },
    'phones.0.safeTo',
    'both-hours',
  ],
  ['a birth to come', { birth: { calendar: 'gregory' as const, year: 2031 } }, 'birth', 'in-the-future'],
  [
    'a year of another calendar',
    { birth: { calendar: 'persian' as const, year: 1990 } },
    'birth',
    'wrong-calendar',
  ],
  ['a country that is none', { originCountry: 'XX' }, 'originCountry', 'choose-one'],
])('%s is refused at its field, and nothing is written', async (_, given, path, code) => {
  const before = await countClients();
  await expect(register(given)).rejects.toMatchObject({
    code: 'input.invalid',
    status: 422,
    fields: [{ path, code }],
  });
  expect(await countClients()).toBe(before);
});

test('a person is registered whole: number, sealed identity, facts, consents, audit', async () => {
  const made = await register({
    names: [
      { given: 'Parwin', family: 'Canary-Kestrel' },
      { given: 'پروین', family: 'کستریل', kind: 'alias' },
    ],
    birth: { calendar: 'persian', year: 1373, month: 5, day: 12 },
  });
  expect(made.fileNo).toMatch(/^K-2026-\d{5}$/);
  const {
    rows: [client],
  } = await house.admin.query('select * from serai.client where id = $1', [made.clientId]);
  expect(client).toMatchObject({
    sex: 'female',
    birth_year: 1994,
    birth_precision: 'exact',
    age_band: '25_34',
    origin_admin1: 'Kabul',
    stage: 'intending',
    contact_phone_ok: true,
    contact_message_ok: false,
    registered_on: '2026-03-10',
    retention_until: '2028-03-10',
    registered_by: counsellor.actor.staffId,
    site_id: centre.siteIds[0],
    minor: false,
    version: 1,
  });
  const { rows: consents } = await house.admin.query(
    'select purpose, status, form, explained_in from serai.consent where client_id = $1 order by seq',
    [made.clientId],
  );
  expect(consents).toHaveLength(5);
  expect(consents[4]).toEqual({
    purpose: 'research_follow_up',
    status: 'refused',
    form: 'written_signature',
    explained_in: 'prs',
  });
  const {
    rows: [audit],
  } = await house.admin.query(
    'select action, result, actor_id, fields, sealed_detail from serai.audit_event where client_id = $1',
    [made.clientId],
  );
  expect(audit).toMatchObject({
    action: 'client.register',
    result: 'done',
    actor_id: counsellor.actor.staffId,
  });
  expect(audit.fields).toContain('names');
});

test('no name, phone or word of a person stands in clear in any row', async () => {
  const { rows: tables } = await house.admin.query(
    `select table_name from information_schema.tables where table_schema = 'serai' and table_type = 'BASE TABLE'`,
  );
  for (const { table_name } of tables) {
    const { rows } = await house.admin.query(
      `select count(*) from serai."${table_name}" t where t::text ~* 'kestrel|پروین|0?700123456|93700123456'`,
    );
    expect([table_name, rows[0].count]).toEqual([table_name, 0]);
  }
});

test('file numbers run on without a gap, eight at a time', async () => {
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, i) => register({ names: [{ given: `Invented${i}` }] })),
  );
  const numbers = made.map(({ fileNo }) => Number(fileNo.slice(-5))).sort((a, b) => a - b);
  expect(new Set(numbers).size).toBe(8);
  expect((numbers[7] ?? 0) - (numbers[0] ?? 0)).toBe(7);
});

test('the same form sent twice opens one file', async () => {
  const before = await countClients();
  const send = () =>
    execute(house, registerClient, counsellor.actor, newPerson({ names: [{ given: 'Twice' }] }), {
      idempotencyKey: 'a-form-sent-twice',
    });
  const [first, second] = await Promise.all([send(), send()]);
  expect(second).toEqual(first);
  expect(await countClients()).toBe(before + 1);
});

test('somebody similar is shown before a second file is opened', async () => {
  const person = {
    names: [{ given: 'Zarghuna', family: 'Popalzai' }],
    birth: { calendar: 'gregory' as const, year: 1988 },
    registerAnyway: false,
  };
  const first = await register(person);
  const again = { ...person, names: [{ given: 'زرغونه', family: 'پوپلزی' }] };
  await expect(register(again)).rejects.toMatchObject({ code: 'clients.possible-duplicate', status: 409 });
  await expect(
    register({ ...again, registerAnyway: true, duplicatesSeen: [crypto.randomUUID()] }),
  ).rejects.toMatchObject({ code: 'clients.possible-duplicate' });
  const second = await register({ ...again, registerAnyway: true, duplicatesSeen: [first.clientId] });
  expect(second.possibleDuplicates).toBe(1);
  const { rows } = await house.admin.query(
    'select other_client_id, status, reasons from serai.possible_duplicate where client_id = $1',
    [second.clientId],
  );
  expect(rows).toMatchObject([{ other_client_id: first.clientId, status: 'suspected' }]);
});

test('a category that could endanger the person is sealed, and shown again to whoever cares for them', async () => {
  const { clientId } = await register({
    names: [{ given: 'Shirin' }],
    categories: ['labour_migrant', 'victim_of_trafficking'],
  });
  const { rows } = await house.admin.query('select categories from serai.client where id = $1', [clientId]);
  expect(rows).toEqual([{ categories: ['labour_migrant'] }]);
  const { facts } = await read(house, viewClient, counsellor.actor, { clientId });
  expect(facts.categories).toEqual(['labour_migrant', 'victim_of_trafficking']);
});
