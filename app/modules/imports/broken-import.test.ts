import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { fileOf, uploadTestImport } from './imports.testing.ts';
import { resumeImports, runImport, undoWholeImport } from './jobs.server.ts';
import { startImport } from './operations/start-import.server.ts';
import { undoImport } from './operations/undo-import.server.ts';
import { viewImport } from './queries/view-import.query.server.ts';

const people = 900;
let house: TestHouse;
let centre: TestCentre;
let importId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  await peopleIndex(house).ready;
});
afterAll(() => house?.close());

const letters = (at: number) =>
  [...String(at).padStart(4, '0')].map((digit) => 'bdfgklmnrs'[Number(digit)]).join('a');
const one = async (query: string) => Number((await house.admin.query(query)).rows[0]?.count);
const taken = () => one(`select count(*) from serai.import_row where state = 'taken'`);

/** Takes the database away from whoever is writing, as a power cut does. */
const cut = () =>
  house.admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'serai_app' and datname = current_database()`,
  );

test('killed in the middle of its work, an import goes on where it was and makes nobody twice', async () => {
  const rows = Array.from(
    { length: people },
    (_, at) => `N${at},${letters(at)}a ${letters(people - at)}i,F,13/02/2024,Visa`,
  );
  importId = await uploadTestImport(
    house,
    centre.coordinator.actor,
    fileOf(`Reg No,Name,Sex,Visit date,Service\n${rows.join('\n')}\n`),
  );
  const { version } = await read(house, viewImport, centre.coordinator.actor, { importId });
  await execute(house, startImport, centre.coordinator.actor, { importId, version });
  const ends: string[] = [];
  const work = runImport(house, importId, centre.centreId).then(
    () => ends.push('ended'),
    () => ends.push('killed'),
  );
  while ((await taken()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  // A cut that comes between two slices finds nobody writing, so it is made until one strikes.
  while (ends.length === 0) {
    await cut();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await work;
  expect(ends).toEqual(['killed']);
  const before = await taken();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(people);
  expect(await one('select count(*) from serai.client')).toBe(
    await one('select count(*) from serai.import_row where made_client'),
  );
  house.clock.advance(4 * 60_000);
  await resumeImports(house);
  const view = await read(house, viewImport, centre.coordinator.actor, { importId });
  expect(view.state).toBe('done');
  expect(await one('select count(*) from serai.contact')).toBe(people);
  expect(await one('select count(distinct client_id) from serai.import_row where made_client')).toBe(
    await one('select count(*) from serai.client'),
  );
  expect((view.counts.madePeople ?? 0) + (view.counts.attached ?? 0)).toBe(people);
}, 60_000);

test('two jobs at one import take each row once', async () => {
  await execute(house, undoImport, centre.coordinator.actor, { importId });
  await Promise.all([
    undoWholeImport(house, importId, centre.centreId),
    undoWholeImport(house, importId, centre.centreId),
  ]);
  const view = await read(house, viewImport, centre.coordinator.actor, { importId });
  expect([view.state, view.counts.kept]).toEqual(['undone', 0]);
  expect(await one('select count(*) from serai.client')).toBe(0);
}, 60_000);
