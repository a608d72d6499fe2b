import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicActor, type StaffActor } from '#platform/actor.ts';
import { createLog } from '#platform/log.server.ts';
import { addDays, localDay } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { newPerson, registerTestClient } from '#modules/clients/clients.testing.ts';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { setSafeContact } from '#modules/clients/operations/set-safe-contact.server.ts';
import { updateClient } from '#modules/clients/operations/update-client.server.ts';
import { withdrawConsent } from '#modules/clients/operations/withdraw-consent.server.ts';
import { findClients } from '#modules/clients/queries/find-clients.query.server.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { newContact } from '#modules/contacts/contacts.testing.ts';
import { correctContact } from '#modules/contacts/operations/correct-contact.server.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import { saveDraft } from '#modules/drafts/operations/save-draft.server.ts';
import { arrive } from '#modules/front-desk/front-desk.testing.ts';
import { makeRecoveryKey } from '#modules/setup/recovery-key.server.ts';
import { beginSession } from '#modules/staff/operations/begin-session.server.ts';
import { inviteStaff } from '#modules/staff/operations/invite-staff.server.ts';
import { openTestCentre } from '#modules/staff/staff.testing.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { makeScratch, openEmbeddedHouse, runSerai } from '#server/cli/embedded-house.testing.ts';
import { createSearch, findTraces } from './find-traces.ts';

// People who exist nowhere else go through everything that a centre does with people, on databases that write as they do
// in earnest. Then every byte that was left anywhere is searched for them.
const people = [
  {
    given: 'Zephyrinne',
    family: 'Quillhaven',
    phone: '9182736455',
    note: 'Lanternquick moonbridge seventeen',
  },
  { given: 'زمردخان', family: 'غزالپورفر', phone: '9182736466', note: 'فانوسدریا پلمهتاب' },
  { given: 'শঙ্খমালা', family: 'ধূপছায়া', phone: '9182736477', note: 'জোনাকিপোকা সেতুবন্ধ' },
  { given: 'Журавлина', family: 'Тихоозёрская', phone: '9182736488', note: 'Фонаревмост лунодорога' },
  { given: 'Ünlüoğlu', family: 'Çağlayangöz', phone: '9182736499', note: 'Fenerköprüsü aybahçe' },
];
const texts = {
  place: 'Bluegatehouse',
  address: 'Oleanderpassage',
  email: 'wrenfeather',
  warning: 'Brotherreads',
  emergency: 'Plumstoneaunt',
  passport: 'QX77120934',
  safeWords: 'Bookclubcalling',
  deskNote: 'Tealumbrella',
  draft: 'Halfwrittensail',
  reason: 'Neighbourworkshere',
  changed: 'Newmoonfamily',
  correction: 'Wrongyearnoted',
  staffName: 'Brambleworth',
  staffEmail: 'thistledown',
  stranger: 'notcolleague',
  searched: 'Huntedoverthere',
  withdrawn: 'Afraidofbrother',
  centrePassphrase: 'quiet lanterns by',
};

const scratch = makeScratch();
const home = { SERAI_DATA_DIR: scratch.path('house') };
const lines: string[] = [];
const search = createSearch([...people.flatMap((person) => Object.values(person)), ...Object.values(texts)]);

beforeAll(async () => {
  const house = await openEmbeddedHouse(home.SERAI_DATA_DIR);
  try {
    Object.assign(house, { log: createLog('debug', (line) => lines.push(line) > 0) });
    const { actor } = (await openTestCentre(house)).coordinator;
    for (const person of people) await liveThrough(house, actor, person);
    await staffLife(house, actor);
    await overTheWeb(house, actor);
    makeRecoveryKey(house);
  } finally {
    await house.close();
  }
  const backup = await runSerai(
    ['backup', '--to', scratch.path('records'), '--keys-to', scratch.path('keys')],
    home,
  );
  if (backup.code !== 0) throw new Error(backup.text);
  lines.push(backup.text);
}, 180_000);
afterAll(() => scratch.remove());

/** Everything that is done with a person, keyed as forms are, so that kept answers are searched as well. */
async function liveThrough(
  house: TestHouse,
  actor: StaffActor,
  person: (typeof people)[number],
): Promise<void> {
  const keyed = () => ({ idempotencyKey: randomUUID() });
  const phone = {
    number: person.phone,
    owner: 'own' as const,
    safeToCall: true,
    safeToMessage: true,
    safeWords: texts.safeWords,
    note: texts.warning,
  };
  const { clientId } = await execute(
    house,
    registerClient,
    actor,
    newPerson({
      names: [{ given: person.given, family: person.family }],
      phones: [phone],
      note: person.note,
      originPlace: texts.place,
      address: texts.address,
      currentPlace: texts.place,
      email: { address: `${texts.email}@people.example`, safe: true },
      contactWarning: texts.warning,
      emergencyContact: { name: texts.emergency, phone: person.phone, mayContact: true },
      idDocuments: [{ type: 'passport', number: texts.passport }],
    }),
    keyed(),
  );
  const { contactId } = await execute(
    house,
    recordContact,
    actor,
    {
      ...newContact({ clientIds: [clientId], note: person.note }),
      siteId: undefined,
      // The centre's day may be ahead of UTC's: tomorrow is never past.
      followUp: { dueOn: addDays(localDay(house.clock.now(), 'UTC'), 2), way: 'phone', note: person.note },
    },
    keyed(),
  );
  await execute(
    house,
    correctContact,
    actor,
    {
      ...newContact(),
      contactId,
      version: 1,
      note: `${person.note} ${texts.changed}`,
      reason: texts.correction,
    },
    keyed(),
  );
  const {
    consent: _,
    registerAnyway: __,
    phones: ___,
    ...rest
  } = newPerson({ names: [{ given: person.given, family: texts.changed }], note: person.note });
  await execute(house, updateClient, actor, { ...rest, clientId, version: 1 }, keyed());
  await execute(
    house,
    setSafeContact,
    actor,
    { clientId, version: 2, phones: [phone], contactWarning: texts.warning },
    keyed(),
  );
  await arrive(house, actor, { clientId, note: texts.deskNote });
  await execute(house, saveDraft, actor, {
    form: 'contact',
    subjectId: clientId,
    fields: { note: texts.draft, name: person.given },
  });
  await execute(
    house,
    withdrawConsent,
    actor,
    { clientId, purposes: ['contact_by_message'], reason: texts.withdrawn },
    keyed(),
  );
  await execute(house, restrictClient, actor, { clientId, readers: [], reason: texts.reason }, keyed());
  for (const text of [person.given, person.family, person.phone, texts.searched])
    await read(house, findClients, actor, { text });
  await read(house, viewClient, actor, { clientId });
}

async function staffLife(house: TestHouse, actor: StaffActor): Promise<void> {
  await execute(house, inviteStaff, actor, {
    name: texts.staffName,
    email: `${texts.staffEmail}@centre.example`,
    roles: ['counsellor'],
    language: 'en',
  });
  const wrong = { email: `${texts.stranger}@centre.example`, passphrase: texts.stranger, code: '000000' };
  await expect(execute(house, beginSession, publicActor, wrong)).rejects.toMatchObject({
    code: 'session.refused',
  });
}

/** The same through the pages: addresses, forms and failures are what a log would be tempted to keep. */
async function overTheWeb(house: TestHouse, actor: StaffActor): Promise<void> {
  const { createApp } = await loadBuiltServer();
  const app = createApp(house);
  const headers = {
    cookie: `serai=${actor.sessionToken}`,
    origin: 'http://127.0.0.1:4380',
    'content-type': 'application/x-www-form-urlencoded',
  };
  for (const { given, family, phone, note } of people) {
    const fields = new URLSearchParams({
      'names[0].given': given,
      'names[0].family': family,
      'phones[0].number': phone,
      note,
      text: given,
    });
    for (const path of [
      '/staff/people',
      '/staff/people/new',
      '/staff/contacts/new',
      '/staff/nowhere',
      `/${encodeURIComponent(given)}`,
      '/api/v1/contacts',
    ]) {
      await app.fetch(new Request(`http://127.0.0.1:4380${path}?${fields}`, { headers }));
      await app.fetch(
        new Request(`http://127.0.0.1:4380${path}?${fields}`, {
          method: 'POST',
          headers,
          body: fields.toString(),
        }),
      );
    }
  }
}

describe('nobody can be found in', () => {
  test.each([
    ['the data folder: heap, write-ahead log, both databases, files', 'house'],
    ['the folder of the root key', 'house-keys'],
    ['the copy of the records', 'records'],
    ['the copy of the keys', 'keys'],
  ])('%s', (_what, folder) => {
    const { files, bytes, traces } = findTraces(scratch.path(folder), search);
    expect(files).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThan(0);
    expect(traces).toEqual([]);
  });

  test('the log and what the command line says', () => {
    const log = lines.join('\n');
    expect(log).toContain('"event":"request"');
    expect(search(Buffer.from(log))).toEqual([]);
  });
});

test('the search would have found them: a name that stands in the clear is found where the rows are', async () => {
  const house = await openEmbeddedHouse(scratch.path('careless'));
  try {
    const { actor } = (await openTestCentre(house)).coordinator;
    const { clientId } = await registerTestClient(house, actor);
    await house.admin.query('update serai.client set origin_admin1 = $2 where id = $1', [
      clientId,
      people[1]?.given,
    ]);
  } finally {
    await house.close();
  }
  const { traces } = findTraces(scratch.path('careless'), search);
  expect(traces.some(({ file, what }) => file.includes('pg_wal') && what.includes('UTF-8'))).toBe(true);
  expect(traces.some(({ file, what }) => file.includes('base') && what.includes('UTF-8'))).toBe(true);
}, 60_000);
