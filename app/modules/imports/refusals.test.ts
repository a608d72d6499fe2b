import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffActor } from '#platform/actor.ts';
import type { AnyOperation } from '#platform/operations/operation.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { AnyQuery } from '#platform/operations/query.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { fileOf, uploadTestImport } from './imports.testing.ts';
import { beginCheck } from './operations/begin-check.server.ts';
import { checkRows } from './operations/check-rows.server.ts';
import { chooseSheet } from './operations/choose-sheet.server.ts';
import { decideDuplicates } from './operations/decide-duplicates.server.ts';
import { decideRow } from './operations/decide-row.server.ts';
import { discardImport } from './operations/discard-import.server.ts';
import { finishCheck } from './operations/finish-check.server.ts';
import { mapColumns } from './operations/map-columns.server.ts';
import { mapWords } from './operations/map-words.server.ts';
import { purgeImport } from './operations/purge-import.server.ts';
import { startImport } from './operations/start-import.server.ts';
import { takeRows } from './operations/take-rows.server.ts';
import { undoImport } from './operations/undo-import.server.ts';
import { undoRows } from './operations/undo-rows.server.ts';
import { uploadImport } from './operations/upload-import.server.ts';
import { listImportRows } from './queries/list-import-rows.query.server.ts';
import { listImports } from './queries/list-imports.query.server.ts';
import { viewImport } from './queries/view-import.query.server.ts';
import { wrongRows } from './queries/wrong-rows.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = (await addTestStaff(house, centre.coordinator.actor, ['counsellor', 'data_officer'])).actor;
});
afterAll(() => house?.close());

const ofPeople: AnyOperation[] = [
  uploadImport,
  chooseSheet,
  mapColumns,
  mapWords,
  decideDuplicates,
  decideRow,
  startImport,
  undoImport,
  discardImport,
];
const ofJobs: AnyOperation[] = [beginCheck, checkRows, finishCheck, takeRows, undoRows, purgeImport];
const queries: AnyQuery[] = [listImports, viewImport, listImportRows, wrongRows];

test.each(ofPeople.map((operation) => ({ name: operation.name, operation })))(
  '$name is the coordinator’s alone',
  async ({ operation }) => {
    await expect(execute(house, operation, counsellor, {})).rejects.toMatchObject({ code: 'forbidden' });
  },
);

test.each(ofJobs.map((operation) => ({ name: operation.name, operation })))(
  '$name is for jobs alone, the coordinator too is refused',
  async ({ operation }) => {
    await expect(execute(house, operation, centre.coordinator.actor, {})).rejects.toMatchObject({
      code: 'forbidden',
    });
  },
);

test.each(queries.map((query) => ({ name: query.name, query })))(
  '$name shows people: to the coordinator alone',
  async ({ query }) => {
    await expect(read(house, query, counsellor, {})).rejects.toMatchObject({ code: 'forbidden' });
  },
);

test('what is alike is decided for all at once, and the list of registers says where each stands', async () => {
  const keeper = { ...centre.coordinator.actor, steppedUpAt: house.clock.now() };
  const file = fileOf('Name,Sex,Phone\nNilab Karimi,F,0700111222\nNilab Karimi,female,0700111222\n');
  const importId = await uploadTestImport(house, keeper, file, { name: 'old.csv' });
  const { version } = await read(house, viewImport, keeper, { importId });
  await execute(house, decideDuplicates, keeper, { importId, version, same: 'attach', like: 'skip' });
  const listed = await read(house, listImports, keeper, {});
  expect(JSON.stringify(listed)).toContain(importId);
});
