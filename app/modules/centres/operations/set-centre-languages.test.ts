import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { setCentreLanguages } from './set-centre-languages.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const choice = {
  defaultLanguage: 'ar',
  languages: ['ar', 'en', 'ar'],
  clientLanguages: ['ar', 'ckb', 'prs'],
  version: 1,
};

test('a data protection officer may not choose the languages', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  await expect(execute(house, setCentreLanguages, actor, choice)).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('the first language must be among those of the pages, and every language must be known', async () => {
  const { actor } = centre.coordinator;
  await expect(
    execute(house, setCentreLanguages, actor, { ...choice, defaultLanguage: 'bn' }),
  ).rejects.toMatchObject({
    fields: [{ path: 'defaultLanguage', code: 'default-not-offered' }],
  });
  await expect(
    execute(house, setCentreLanguages, actor, { ...choice, clientLanguages: ['xx'] }),
  ).rejects.toMatchObject({
    fields: [{ path: 'clientLanguages.0', code: 'not-in-list' }],
  });
});

test('languages are kept once each', async () => {
  await execute(house, setCentreLanguages, centre.coordinator.actor, choice);
  expect(await read(house, viewCentre, centre.coordinator.actor, {})).toMatchObject({
    defaultLanguage: 'ar',
    languages: ['ar', 'en'],
    clientLanguages: ['ar', 'ckb', 'prs'],
    version: 2,
  });
  expect(await latestAudit(house, 'centre.set-languages')).toMatchObject({
    fields: ['default_language', 'languages', 'client_languages'],
  });
  await expect(execute(house, setCentreLanguages, centre.coordinator.actor, choice)).rejects.toMatchObject({
    code: 'conflict.version',
  });
});
