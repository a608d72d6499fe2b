import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { assignClient } from '../clients/operations/assign-client.server.ts';
import { messyRegister, takeTestImport, uploadTestImport, workbookOf } from './imports.testing.ts';
import { purgeImports, runImport, undoWholeImport } from './jobs.server.ts';
import { discardImport } from './operations/discard-import.server.ts';
import { startImport } from './operations/start-import.server.ts';
import { undoImport } from './operations/undo-import.server.ts';
import { uploadImport } from './operations/upload-import.server.ts';
import { listImportRows } from './queries/list-import-rows.query.server.ts';
import { viewImport } from './queries/view-import.query.server.ts';
import { wrongRows } from './queries/wrong-rows.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let importId: string;
const register = () =>
  workbookOf([
    { name: 'Notes', rows: [['what this is']] },
    {
      name: 'Register',
      above: [['Old Caravanserai'], ['Register 2024'], [], [], [], []],
      rows: messyRegister,
    },
  ]);

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  await peopleIndex(house).ready;
});
afterAll(() => house?.close());

const count = async (table: string) =>
  Number((await house.admin.query(`select count(*) from serai.${table}`)).rows[0]?.count);

test('a counsellor and a data officer bring no register', async () => {
  for (const role of ['counsellor', 'data_officer'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role], centre.siteIds[0]);
    await expect(
      execute(house, uploadImport, actor, { file: await register(), name: 'r.xlsx' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('the sheet, the heading in row seven, the columns and the words are found', async () => {
  importId = await uploadTestImport(house, centre.coordinator.actor, await register());
  const view = await read(house, viewImport, centre.coordinator.actor, { importId });
  expect(view.settings).toMatchObject({ sheet: 1, headings: messyRegister[0] });
  expect(view.settings?.columns?.map(({ field }) => field)).toEqual([
    'oldNumber',
    'name',
    'sex',
    'birth',
    'phone',
    'district',
    'nationality',
    'visitOn',
    'topic',
    'note',
  ]);
  expect(view.state).toBe('ready');
  expect(view.findings?.unknown).toEqual([{ list: 'topic', field: 'topic', word: 'Spaceflight', count: 1 }]);
  expect(view.counts).toMatchObject({ rows: 7, wrong: 1, unasked: 4 });
  expect(await count('client')).toBe(0);
});

test('what is wrong with a row is said by column, and the row comes back as it stood', async () => {
  const { rows } = await read(house, wrongRows, centre.coordinator.actor, { importId });
  expect(rows).toHaveLength(1);
  expect(rows[0]?.problems).toEqual(['birth:not-a-date', 'phone:not-a-phone']);
  expect(rows[0]?.cells[1]).toBe('Idris Wardak');
});

test('a row that is like another is shown with it', async () => {
  const { rows } = await read(house, listImportRows, centre.coordinator.actor, { importId, what: 'alike' });
  expect(rows.map(({ suspectRow, resemblance }) => [suspectRow, resemblance])).toEqual([
    [10, 'same'],
    [8, 'like'],
  ]);
});

test('nothing is started without the second factor anew', async () => {
  const view = await read(house, viewImport, centre.coordinator.actor, { importId });
  house.clock.advance(11 * 60_000);
  await expect(
    execute(house, startImport, centre.coordinator.actor, { importId, version: view.version }),
  ).rejects.toMatchObject({ code: 'step-up.required' });
  centre.coordinator.actor = await signIn(house, centre.coordinator);
});

test('taken rows are people, visits and one trace for each step; nobody was asked, so nobody may be called', async () => {
  const actor = centre.coordinator.actor;
  const before = await read(house, viewImport, actor, { importId });
  await execute(house, startImport, actor, { importId, version: before.version });
  await runImport(house, importId, centre.centreId);
  const view = await read(house, viewImport, actor, { importId });
  expect(view.state).toBe('done');
  expect(view.counts).toMatchObject({ taken: 6, madePeople: 4, madeVisits: 6, attached: 1 });
  const people = await house.admin.query(
    `select sex, birth_precision, origin_admin1, nationalities, contact_phone_ok, last_contact_on::text as last,
       registered_on::text as registered from serai.client order by file_no`,
  );
  expect(people.rows).toEqual([
    {
      sex: 'female',
      birth_precision: 'exact',
      origin_admin1: 'Kabul',
      nationalities: ['AF'],
      contact_phone_ok: false,
      last: '2024-02-03',
      registered: '2024-02-03',
    },
    {
      sex: 'male',
      birth_precision: 'year',
      origin_admin1: 'هرات',
      nationalities: ['AF'],
      contact_phone_ok: false,
      last: '2024-02-09',
      registered: '2024-02-09',
    },
    {
      sex: 'female',
      birth_precision: 'estimated',
      origin_admin1: 'Sylhet',
      nationalities: ['BD'],
      contact_phone_ok: false,
      last: '2024-03-01',
      registered: '2024-02-25',
    },
    {
      sex: 'female',
      birth_precision: 'year',
      origin_admin1: 'Kabul',
      nationalities: ['AF'],
      contact_phone_ok: false,
      last: '2024-03-15',
      registered: '2024-03-15',
    },
  ]);
  expect(await count('consent')).toBe(0);
  const visits = await house.admin.query(
    'select who, topics, first_time, entered_later from serai.contact order by occurred_on, topics',
  );
  expect(visits.rows.map((row) => [row.who, row.topics.length, row.first_time])).toEqual([
    ['client', 1, true],
    ['client', 1, true],
    ['client', 2, true],
    ['client', 1, false],
    ['client', 1, true],
    ['anonymous', 1, false],
  ]);
  const audit = await house.admin.query(
    `select cardinality(item_ids) as people, item_count from serai.audit_event where action = 'import.take-rows'`,
  );
  expect(audit.rows).toEqual([{ people: 4, item_count: 6 }]);
  expect(await count('possible_duplicate')).toBe(1);
});

test('what was taken leaves no cells behind', async () => {
  const rows = await house.admin.query(
    `select state, count(*)::int as rows, count(sealed)::int as sealed from serai.import_row group by state order by state`,
  );
  expect(rows.rows).toEqual([
    { state: 'taken', rows: 6, sealed: 0 },
    { state: 'wrong', rows: 1, sealed: 1 },
  ]);
});

test('the same file is known again, and taken up again gives nothing twice', async () => {
  const file = await register();
  const actor = centre.coordinator.actor;
  await expect(execute(house, uploadImport, actor, { file, name: 'copy.xlsx' })).rejects.toMatchObject({
    code: 'imports.same-file',
  });
  const again = await uploadTestImport(house, actor, file, { again: true });
  const view = await read(house, viewImport, actor, { importId: again });
  expect(view.counts).toMatchObject({ rows: 7, wrong: 1, repeated: 6 });
  await expect(
    execute(house, startImport, actor, { importId: again, version: view.version }),
  ).rejects.toMatchObject({ code: 'imports.nothing-to-take' });
  await execute(house, discardImport, actor, { importId: again });
  expect((await read(house, viewImport, actor, { importId: again })).settings).toBeUndefined();
});

test('the row that was wrong is mended, brought again, and finds its place', async () => {
  const [heading = [], , , , , wrong = []] = messyRegister;
  const mended = wrong.map((cell) =>
    cell === '31/31/1990' ? '30/11/1990' : cell === '12' ? '0700999888' : cell,
  );
  const file = await workbookOf([
    {
      name: 'Rows',
      rows: [
        [...heading, 'What is wrong'],
        [...mended, 'Date of birth'],
      ],
    },
  ]);
  await takeTestImport(house, centre.coordinator.actor, file);
  expect(await count('client')).toBe(5);
});

test('undone, everything it made is gone, but who was served since is kept and named', async () => {
  const actor = centre.coordinator.actor;
  const { rows: people } = await house.admin.query(
    `select client_id from serai.import_row where import_id = $1 and number = 8`,
    [importId],
  );
  await execute(house, assignClient, actor, { clientId: people[0].client_id, staffId: actor.staffId });
  await execute(house, undoImport, actor, { importId });
  await undoWholeImport(house, importId, centre.centreId);
  const view = await read(house, viewImport, actor, { importId });
  expect([view.state, view.counts.kept]).toEqual(['undone', 1]);
  const { rows } = await read(house, listImportRows, actor, { importId, what: 'kept' });
  expect(rows.map(({ client }) => client?.name)).toEqual(['Zarmina Stanekzai']);
  // The kept one and the one of the other import.
  expect([await count('client'), await count('client_identity'), await count('contact')]).toEqual([2, 2, 1]);
  const gone = await house.keysAdmin.query(
    `select count(*) from serai.wrapped_key where kind = 'person' and wrapped is null`,
  );
  expect(Number(gone.rows[0]?.count)).toBe(3);
  expect(await peopleIndex(house).search(centre.centreId, 'নوری', { limit: 5 })).toEqual([]);
});

test('a file that nobody works on is thrown away with its key', async () => {
  const id = await uploadTestImport(
    house,
    centre.coordinator.actor,
    await workbookOf([
      {
        name: 'x',
        rows: [
          ['Name', 'Sex'],
          ['Parwin Ahadi', 'F'],
        ],
      },
    ]),
  );
  house.clock.advance(25 * 3_600_000);
  await purgeImports(house);
  const { rows } = await house.admin.query(
    'select state, file_id, sealed_settings from serai.register_import where id = $1',
    [id],
  );
  expect(rows).toEqual([{ state: 'discarded', file_id: null, sealed_settings: null }]);
  const key = await house.keysAdmin.query('select wrapped from serai.wrapped_key where id = $1', [id]);
  expect(key.rows[0]?.wrapped).toBeNull();
});
