import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { checkFile } from './check-file.server.ts';
import { fileOf, takeTestImport, uploadTestImport } from './imports.testing.ts';
import { runImport } from './jobs.server.ts';
import { chooseSheet } from './operations/choose-sheet.server.ts';
import { decideRow } from './operations/decide-row.server.ts';
import { mapColumns } from './operations/map-columns.server.ts';
import { mapWords } from './operations/map-words.server.ts';
import { startImport } from './operations/start-import.server.ts';
import { uploadImport } from './operations/upload-import.server.ts';
import { viewImport } from './queries/view-import.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  await peopleIndex(house).ready;
});
afterAll(() => house?.close());

const view = (importId: string) => read(house, viewImport, centre.coordinator.actor, { importId });

test('a small list with two spellings of one sex is two rows of one person', async () => {
  const id = await uploadTestImport(
    house,
    centre.coordinator.actor,
    fileOf('Name,Sex,Phone,Profession\nNilab Karimi,F,0700123456,tanner\nNilab Karimi,female,0700123456,\n'),
    { name: 'old.csv' },
  );
  expect((await view(id)).counts).toMatchObject({ rows: 2, wrong: 0, repeated: 0, same: 1 });
});

test('visits of another file find their people by the old number, and nobody else is made of them', async () => {
  const { actor } = centre.coordinator;
  await takeTestImport(house, actor, fileOf('Reg No,Name,Sex\nA-1,Parwin Ahadi,F\nA-2,Idris Wardak,M\n'));
  const id = await takeTestImport(
    house,
    actor,
    fileOf(
      'Reg No,Visit date,Service\nA-1,13/02/2024,Visa\nA-2,14/02/2024,Passport\nA-1,20/02/2024,Visa\nZ-9,21/02/2024,Visa\n',
    ),
  );
  expect((await view(id)).counts).toMatchObject({ madePeople: 0, madeVisits: 4, attached: 3 });
  const { rows } = await house.admin.query(
    `select client_id is not null as known, count(*)::int as visits from serai.contact group by client_id order by 2 desc, 1 desc`,
  );
  expect(rows).toEqual([
    { known: true, visits: 2 },
    { known: true, visits: 1 },
    { known: false, visits: 1 },
  ]);
});

test('a documented consent is kept as such; a refusal makes no file; a child’s needs the guardian', async () => {
  const { actor } = centre.coordinator;
  const id = await takeTestImport(
    house,
    actor,
    fileOf(
      'Name,Age,Consent,Consent date\nShukria Niazi,30,yes,13/02/2024\nLatif Sahak,31,no,\nSamir Kohi,9,yes,14/02/2024\n',
    ),
    { consent: { stated: 'column', form: 'written_signature', explainedIn: 'prs' } },
  );
  expect((await view(id)).counts).toMatchObject({ madePeople: 2, wrong: 1 });
  const { rows } = await house.admin.query(
    `select purpose, status, form, legal_basis, explained_in, given_on::text, checklist from serai.consent`,
  );
  expect(rows).toEqual([
    {
      purpose: 'service_and_record',
      status: 'given',
      form: 'written_signature',
      legal_basis: 'consent',
      explained_in: 'prs',
      given_on: '2024-02-13',
      checklist: [],
    },
  ]);
});

test('letters that were guessed wrongly are read anew as somebody says', async () => {
  const { actor } = centre.coordinator;
  const arabic = Buffer.from([0xe3, 0xcd, 0xe3, 0xcf]);
  const file = new UploadedFile(Buffer.concat([Buffer.from('Name,Sex\n'), arabic, Buffer.from(',M\n')]));
  const { importId } = await execute(house, uploadImport, actor, { file, name: 'old.csv' });
  const before = await view(importId);
  await execute(house, chooseSheet, actor, {
    importId,
    version: before.version,
    sheet: 0,
    encoding: 'windows-1252',
  });
  expect((await view(importId)).sample?.values[0]).toEqual(['ãÍãÏ']);
  const { version } = await view(importId);
  await execute(house, chooseSheet, actor, { importId, version, sheet: 0, encoding: 'windows-1256' });
  expect((await view(importId)).sample?.values[0]).toEqual(['محمد']);
});

test('columns that make no sense are refused, and so is a step that is over', async () => {
  const { actor } = centre.coordinator;
  const { importId } = await execute(house, uploadImport, actor, {
    file: fileOf('Name,Sex,Phone\nNasrin Popal,F,0700555666\n'),
    name: 'x.csv',
  });
  const { settings, version } = await view(importId);
  const map = (columns: object[], more: object = {}) =>
    execute(house, mapColumns, actor, {
      importId,
      version,
      columns,
      usual: settings?.usual,
      consent: { stated: 'none' },
      ...more,
    });
  const fieldOf = (path: string, code: string) => ({ fields: [expect.objectContaining({ path, code })] });
  await expect(map([{ column: 9, field: 'name' }])).rejects.toMatchObject(fieldOf('columns', 'choose-one'));
  await expect(
    map([
      { column: 0, field: 'name' },
      { column: 1, field: 'name' },
    ]),
  ).rejects.toMatchObject(fieldOf('columns.1.field', 'column-twice'));
  await expect(map([{ column: 1, field: 'sex' }])).rejects.toMatchObject(
    fieldOf('columns', 'needs-name-or-visit'),
  );
  await expect(
    map([{ column: 0, field: 'name' }], { consent: { stated: 'all', explainedIn: 'prs' } }),
  ).rejects.toMatchObject(fieldOf('consent.form', 'required'));
  await expect(execute(house, startImport, actor, { importId, version })).rejects.toMatchObject({
    code: 'imports.wrong-step',
  });
});

test('a word is mapped once and known at the next file; a row is decided by itself', async () => {
  const { actor } = centre.coordinator;
  const text = (phone: string) =>
    `Name,Sex,Mobile,Profession\nQudsia Rahimi,F,${phone},tanner\nQudsia Rahimi,Female,${phone},tanner\n`;
  const id = await uploadTestImport(house, actor, fileOf(text('0700777001')), { name: 'a.csv' });
  const { findings, version } = await view(id);
  expect(findings?.unknown).toEqual([{ list: 'employment', field: 'employment', word: 'tanner', count: 2 }]);
  await expect(
    execute(house, mapWords, actor, {
      importId: id,
      version,
      words: [{ list: 'employment', word: 'tanner', code: 'astronaut' }],
    }),
  ).rejects.toMatchObject({ code: 'input.invalid' });
  await execute(house, mapWords, actor, {
    importId: id,
    version,
    words: [{ list: 'employment', word: 'tanner', code: 'self_employed' }],
  });
  await checkFile(house, id, centre.centreId);
  await execute(house, decideRow, actor, { importId: id, number: 3, decision: 'new' });
  await execute(house, startImport, actor, { importId: id, version: (await view(id)).version });
  await runImport(house, id, centre.centreId);
  expect((await view(id)).counts).toMatchObject({ madePeople: 2, attached: 0 });
  const { rows } = await house.admin.query(
    `select count(*)::int as made from serai.client where employment = 'self_employed'`,
  );
  expect(rows).toEqual([{ made: 2 }]);
  const next = await uploadTestImport(house, actor, fileOf(text('0700777002').replace('Qudsia', 'Zohra')), {
    name: 'b.csv',
  });
  expect((await view(next)).findings?.unknown).toEqual([]);
});
