import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '#platform/actor.ts';
import { createLog } from '#platform/log.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { agreedConsent, registerTestClient } from '#modules/clients/clients.testing.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { lookAtPair, mergeTestFiles } from '#modules/duplicates/duplicates.testing.ts';
import { declineMerge } from '#modules/duplicates/operations/decline-merge.server.ts';
import { proposeMerge } from '#modules/duplicates/operations/propose-merge.server.ts';
import { undoMerge } from '#modules/duplicates/operations/undo-merge.server.ts';
import { setGuardian } from '#modules/households/operations/set-guardian.server.ts';
import { fileOf, takeTestImport, uploadTestImport, workbookOf } from '#modules/imports/imports.testing.ts';
import { undoWholeImport } from '#modules/imports/jobs.server.ts';
import { discardImport } from '#modules/imports/operations/discard-import.server.ts';
import { startImport } from '#modules/imports/operations/start-import.server.ts';
import { undoImport } from '#modules/imports/operations/undo-import.server.ts';
import { uploadImport } from '#modules/imports/operations/upload-import.server.ts';
import { viewImport } from '#modules/imports/queries/view-import.query.server.ts';
import { keeperOf, makeTestToken } from '#modules/integrations/integrations.testing.ts';
import { addWebhook } from '#modules/integrations/operations/add-webhook.server.ts';
import { sendNotices } from '#modules/integrations/send-notices.server.ts';
import { exportList } from '#modules/lists/operations/export-list.server.ts';
import { saveView } from '#modules/lists/operations/save-view.server.ts';
import { askNetwork } from '#modules/network/operations/ask-network.server.ts';
import { inquireNetwork } from '#modules/network/operations/inquire-network.server.ts';
import { addNetworkAdministrator, openNetworkCentre } from '#modules/network/network.testing.ts';
import { publishRelease } from '#modules/releases/operations/publish-release.server.ts';
import { withdrawRelease } from '#modules/releases/operations/withdraw-release.server.ts';
import { prepareRelease } from '#modules/releases/queries/prepare-release.query.server.ts';
import { dayOfLastMonth, freshlyProven } from '#modules/releases/releases.testing.ts';
import { addTestStaff, openTestCentre, type TestStaff } from '#modules/staff/staff.testing.ts';
import { acceptTransfer } from '#modules/transfers/operations/accept-transfer.server.ts';
import { askBackTransfer } from '#modules/transfers/operations/ask-back-transfer.server.ts';
import { clarifyTransfer } from '#modules/transfers/operations/clarify-transfer.server.ts';
import { rejectTransfer } from '#modules/transfers/operations/reject-transfer.server.ts';
import { agreeToTransfer, sendTestTransfer } from '#modules/transfers/transfers.testing.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { makeScratch, openEmbeddedHouse, runSerai } from '#server/cli/embedded-house.testing.ts';
import { everyRow } from './every-row.testing.ts';
import { createSearch, findTraces } from './find-traces.ts';

// An old register is brought along, files are joined and parted, numbers and lists leave the house, people move to another
// centre and other programs are told: then every byte that was left anywhere is searched for those it was about.
const people = [
  { given: 'Tamarindelle', family: 'Ostrowhaven', phone: '0715346871', note: 'Copperkettle riverlamp' },
  { given: 'گلنسترنه', family: 'شبنمپورزاد', phone: '0715346882', note: 'کبوترخانه ستاره‌باران' },
  { given: 'চন্দ্রমল্লিকা', family: 'মেঘবালিকা', phone: '0715346893', note: 'শিউলিতলা নৌকাঘাট' },
];
/** Somebody with one file only, so that whoever asks the network can be certain. */
const sought = { given: 'Birchwillowyn', family: 'Fernhollowby', phone: '0715346804', note: 'Hedgerowpost' };
const [first, second, third] = people as [Person, Person, Person];
type Person = (typeof people)[number];
const texts = {
  profession: 'Kitewhistlemaker',
  wrongDay: 'Neverdayofmonth',
  fileName: 'Marigoldregister',
  heading: 'Swallowcolumn',
  sheet: 'Walnutsheet',
  template: 'Hazelheading',
  guardian: 'Juniperaunt',
  guardianPhone: '0715347777',
  bestInterest: 'Alonebyferry',
  viewName: 'Sparrowfilter',
  exportReason: 'Ministryrequested',
  recipient: 'Cloverbureau',
  releaseReason: 'Thimblemeeting',
  withdrawn: 'Wrongribbon',
  askedWhy: 'Movedacrossbridge',
  askedBack: 'Whichorchard',
  clarified: 'Theappleorchard',
  hook: 'thistlehook',
};
const said = [...[...people, sought].flatMap((person) => Object.values(person)), ...Object.values(texts)];
const search = createSearch(said);

const scratch = makeScratch();
const home = { SERAI_DATA_DIR: scratch.path('house') };
const lines: string[] = [];
const rows: [table: string, text: Buffer][] = [];
/** What is told once and kept as a hash or under a key: only itself counts. */
const secrets: string[] = [];

beforeAll(async () => {
  const house = await openEmbeddedHouse(home.SERAI_DATA_DIR);
  try {
    Object.assign(house, { log: createLog('debug', (line) => lines.push(line) > 0) });
    const { centreId, siteIds, coordinator } = await openTestCentre(house);
    const colleague = await addTestStaff(house, coordinator.actor, ['coordinator'], siteIds[0]);
    await bringRegister(house, coordinator.actor);
    await joinAndPart(house, [coordinator.actor, colleague.actor]);
    await familyOf(house, coordinator.actor);
    await otherPrograms(house, coordinator.actor);
    await takeListsOut(house, coordinator.actor);
    await letNumbersGo(house, coordinator.actor);
    await moveAway(house, coordinator.actor, centreId);
    rows.push(...(await everyRow(house.admin)), ...(await everyRow(house.keysAdmin)));
  } finally {
    await house.close();
  }
  const backup = await runSerai(
    ['backup', '--to', scratch.path('records'), '--keys-to', scratch.path('keys')],
    home,
  );
  if (backup.code !== 0) throw new Error(backup.text);
  lines.push(backup.text);
}, 240_000);
afterAll(() => scratch.remove());

const heading = [
  'Reg No',
  'Name',
  'Sex',
  'Date of birth',
  'Mobile No.',
  'Nationality',
  'Visit date',
  'Service',
  'Remarks',
  'Profession',
  texts.heading,
];
const rowsOf = (from: string) =>
  people.map(({ given, family, phone, note }, at) => [
    `${from}${at}`,
    `${given} ${family}`,
    'F',
    '1990',
    phone,
    'Afghan',
    '03/02/2024',
    'Visa',
    note,
    texts.profession,
    `${from} ${texts.template}`,
  ]);
const wrongRow = [
  '9',
  first.given,
  'F',
  texts.wrongDay,
  second.phone,
  'Afghan',
  texts.wrongDay,
  'Visa',
  third.note,
];
const csvOf = (from: string) =>
  fileOf([heading, ...rowsOf(from), wrongRow].map((row) => row.join(',')).join('\n'));

/** One import finished, one undone, and the others stopped at every step on the way. */
async function bringRegister(house: TestHouse, actor: StaffActor): Promise<void> {
  const by = freshlyProven(house, actor);
  const workbook = await workbookOf([{ name: texts.sheet, rows: [heading, ...rowsOf('a'), wrongRow] }]);
  const name = (kind: string) => ({ name: `${texts.fileName}.${kind}` });
  const finished = await takeTestImport(house, by, workbook, name('xlsx'));
  const csv = await askWeb(house, actor, `/staff/imports/${finished}/wrong-rows/csv`);
  const xlsx = await askWeb(house, actor, `/staff/imports/${finished}/wrong-rows/xlsx`);
  expect([csv.status, xlsx.status]).toEqual([200, 200]);
  expect(await csv.text()).toContain(texts.wrongDay);
  await xlsx.arrayBuffer();
  for (const page of ['', '/rows?what=alike', '/rows?what=wrong'])
    await (await askWeb(house, actor, `/staff/imports/${finished}${page}`)).text();

  const undone = await takeTestImport(house, by, csvOf('b'), name('csv'));
  const { version } = await read(house, viewImport, by, { importId: undone });
  await execute(house, undoImport, by, { importId: undone, version });
  await undoWholeImport(house, undone, actor.centre.id);

  await execute(house, uploadImport, by, { file: csvOf('c'), ...name('csv') });
  await uploadTestImport(house, by, csvOf('d'), name('csv'));
  const waiting = await uploadTestImport(house, by, csvOf('e'), name('csv'));
  const seen = await read(house, viewImport, by, { importId: waiting });
  await execute(house, startImport, by, { importId: waiting, version: seen.version });
  const discarded = await uploadTestImport(house, by, csvOf('f'), name('csv'));
  await execute(house, discardImport, by, { importId: discarded });
}

const register = async (house: TestHouse, actor: StaffActor, { given, family, phone, note }: Person) => {
  const { clientId } = await registerTestClient(house, actor, {
    names: [{ given, family }],
    phones: [{ number: phone, owner: 'own', safeToCall: true, safeToMessage: true, note }],
    note,
  });
  return clientId;
};

/** One proposal carried out and taken back, one carried out, one declined, one that waits. */
async function joinAndPart(house: TestHouse, hands: [StaffActor, StaffActor]): Promise<void> {
  const [proposer, confirmer] = hands;
  const ids: string[] = [];
  for (const person of [first, first, second, second, third, third, first, third])
    ids.push(await register(house, proposer, person));
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = ids;
  for (const clientId of [a, b])
    await recordTestContact(house, proposer, { clientIds: [clientId], note: first.note });
  const taken = await mergeTestFiles(house, hands, a, b);
  await execute(house, undoMerge, confirmer, { mergeId: taken });
  await mergeTestFiles(house, hands, c, d);
  const declined = await execute(house, proposeMerge, proposer, await lookAtPair(house, proposer, e, f));
  await execute(house, declineMerge, confirmer, declined);
  await execute(house, proposeMerge, proposer, await lookAtPair(house, proposer, g, h));
  for (const path of ['', '/proposals', '/merged', `/${e}/${f}`])
    await (await askWeb(house, proposer, `/staff/duplicates${path}`)).text();
}

async function familyOf(house: TestHouse, actor: StaffActor): Promise<void> {
  const { clientId: childId } = await registerTestClient(house, actor, {
    names: [{ given: third.given, family: third.family }],
    birth: { calendar: 'gregory', age: 9 },
    consent: { ...agreedConsent, bestInterest: texts.bestInterest },
  });
  await execute(house, setGuardian, actor, {
    childId,
    name: texts.guardian,
    phone: texts.guardianPhone,
    relation: 'relative',
    assent: true,
    note: texts.bestInterest,
  });
}

/** A token that was shown once, an address that is told of people, and what it was told. */
async function otherPrograms(house: TestHouse, actor: StaffActor): Promise<void> {
  const { token } = await makeTestToken(house, actor, ['clients.read', 'contacts.read']);
  secrets.push(token);
  const asked = await askWeb(house, undefined, '/api/v1/contacts', { authorization: `Bearer ${token}` });
  expect(asked.status).toBe(200);
  await asked.text();
  const keeper = keeperOf(house, actor);
  const url = `https://${texts.hook}.example/in`;
  const { secret } = await execute(house, addWebhook, keeper, {
    url,
    events: ['client.register', 'contact.record'],
  });
  secrets.push(secret);
  await house.admin.query(`update serai.centre set settings = settings || '{"integrations.webhooks": true}'`);
  const clientId = await register(house, keeper, second);
  await recordTestContact(house, keeper, { clientIds: [clientId], note: second.note });
  const rules = { resolve: async () => [], allows: () => false, patience: 1_000 };
  expect(await sendNotices(house, rules)).toBeGreaterThan(0);
}

async function takeListsOut(house: TestHouse, actor: StaffActor): Promise<void> {
  const by = freshlyProven(house, actor);
  await execute(house, saveView, by, { list: 'people', name: texts.viewName, filter: { sex: 'female' } });
  for (const format of ['csv', 'xlsx']) {
    for (const list of ['people', 'contacts']) {
      const { exportId } = await execute(house, exportList, by, {
        list,
        format,
        columns: list === 'people' ? ['name', 'phone'] : ['day', 'people'],
        filter: {},
        reason: texts.exportReason,
      });
      const answer = await askWeb(house, actor, `/staff/${list}/export/${exportId}`);
      const body = await answer.text();
      expect([list, format, answer.status]).toEqual([list, format, 200]);
      if (list === 'people' && format === 'csv') expect(body).toContain(first.family);
    }
  }
}

async function letNumbersGo(house: TestHouse, actor: StaffActor): Promise<void> {
  const by = freshlyProven(house, actor);
  const day = dayOfLastMonth(house, actor);
  for (let at = 0; at < 12; at += 1) await recordTestContact(house, actor, { occurredOn: day });
  const scope = { kind: 'month' as const, day, calendar: 'gregory' as const, audience: 'internal' as const };
  const { hash } = await read(house, prepareRelease, by, scope);
  const { releaseId } = await execute(house, publishRelease, by, {
    ...scope,
    seen: hash,
    recipient: texts.recipient,
    reason: texts.releaseReason,
  });
  for (const path of ['', '/en.csv', '/en.xlsx', '/en.pdf'])
    await (await askWeb(house, actor, `/staff/statistics/releases/${releaseId}${path}`)).arrayBuffer();
  await execute(house, withdrawRelease, by, { releaseId, reason: texts.withdrawn });
}

/** One file goes to another centre, one is sent back; somebody is asked for who lives elsewhere. */
async function moveAway(house: TestHouse, actor: StaffActor, centreId: string): Promise<void> {
  const network = await addNetworkAdministrator(house, actor);
  const there: { centreId: string; coordinator: TestStaff } = await openNetworkCentre(
    house,
    freshlyProven(house, network.actor),
  );
  const receiver = there.coordinator.actor;
  expect(there.centreId).not.toBe(centreId);
  for (const person of [first, third]) {
    const clientId = await register(house, actor, person);
    await recordTestContact(house, actor, { clientIds: [clientId], note: person.note });
    await agreeToTransfer(house, actor, clientId);
    const transferId = await sendTestTransfer(house, actor, clientId, there.centreId);
    await execute(house, askBackTransfer, receiver, { transferId, text: texts.askedBack });
    await execute(house, clarifyTransfer, actor, { transferId, text: texts.clarified });
    if (person === first) await execute(house, acceptTransfer, receiver, { transferId });
    else await execute(house, rejectTransfer, receiver, { transferId, reason: 'no_capacity' });
  }
  // One packet waits for an answer.
  const moving = await register(house, actor, second);
  await agreeToTransfer(house, actor, moving);
  await sendTestTransfer(house, actor, moving, there.centreId);
  const known = await register(house, actor, sought);
  await agreeToTransfer(house, actor, known);
  const { askId } = await execute(house, askNetwork, receiver, {
    name: { given: sought.given, family: sought.family },
    birthYear: 1994,
    agreed: true,
  });
  await execute(house, inquireNetwork, receiver, { askId, reason: texts.askedWhy });
}

async function askWeb(
  house: TestHouse,
  actor: StaffActor | undefined,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { createApp } = await loadBuiltServer();
  const cookie = actor && { cookie: `serai=${actor.sessionToken}` };
  return createApp(house).fetch(
    new Request(`http://127.0.0.1:4380${path}`, { headers: { ...cookie, ...headers } }),
  );
}

describe('after the first months nobody can be found in', () => {
  test.each([
    ['the data folder: tables, queue, write-ahead log, both databases, files', 'house'],
    ['the folder of the root key', 'house-keys'],
    ['the copy of the records', 'records'],
    ['the copy of the keys', 'keys'],
  ])('%s', (_what, folder) => {
    const raw = secrets.map((secret) => Buffer.from(secret));
    const both = (bytes: Buffer) => [
      ...search(bytes),
      ...raw.flatMap((secret, at) => (bytes.includes(secret) ? [`secret ${at}`] : [])),
    ];
    const { files, traces } = findTraces(scratch.path(folder), both);
    expect(files).toBeGreaterThan(0);
    expect(traces).toEqual([]);
  });

  test('any row, also where the disk keeps it packed', () => {
    expect(rows.map(([table]) => table)).toEqual(
      expect.arrayContaining(['serai.import_row', 'serai.transfer', 'serai.webhook_delivery']),
    );
    expect(rows.flatMap(([table, text]) => search(text).map((what) => `${table}: ${what}`))).toEqual([]);
  });

  test('the log', () => {
    const log = lines.join('\n');
    expect(log).toContain('"event":"request"');
    expect(search(Buffer.from(log))).toEqual([]);
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });
});
