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
import { addTestFact, changedFact } from '../facts.testing.ts';
import { viewFact } from '../queries/view-fact.query.server.ts';
import { changeFact } from './change-fact.server.ts';
import { translateFact } from './translate-fact.server.ts';

let house: TestHouse;
let centre: TestCentre;
let amal: TestStaff;
let noor: TestStaff;
let desk: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  amal = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  noor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const sentence = { language: 'ar', statement: 'رسم المكتب للطابع.' };

test('the front desk translates nothing', async () => {
  const { factId } = await addTestFact(house, amal.actor);
  await expect(
    execute(house, translateFact, desk.actor, { factId, version: 1, ...sentence }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('who wrote a sentence does not check it, and a check is of that sentence alone', async () => {
  const { factId } = await addTestFact(house, amal.actor);
  await execute(house, translateFact, amal.actor, { factId, version: 1, ...sentence });
  await expect(
    execute(house, translateFact, amal.actor, { factId, version: 1, ...sentence, checked: true }),
  ).rejects.toMatchObject({ code: 'fact.second-person' });
  await expect(
    execute(house, translateFact, noor.actor, {
      factId,
      version: 1,
      ...sentence,
      statement: 'آخر',
      checked: true,
    }),
  ).rejects.toMatchObject({ code: 'fact.second-person' });
});

test('two translators of one sentence: the second is told, and nothing is overwritten', async () => {
  const { factId } = await addTestFact(house, amal.actor);
  await execute(house, translateFact, amal.actor, { factId, version: 1, ...sentence, was: '' });
  await expect(
    execute(house, translateFact, noor.actor, {
      factId,
      version: 1,
      ...sentence,
      statement: 'آخر',
      was: '',
    }),
  ).rejects.toMatchObject({ code: 'conflict.version' });
  const { rows } = await house.admin.query('select statement from serai.fact_text where fact_id = $1', [
    factId,
  ]);
  expect(rows).toEqual([{ statement: sentence.statement }]);
});

test('a sentence of an older version is not taken for the new one', async () => {
  const fact = await addTestFact(house, amal.actor);
  await execute(house, changeFact, amal.actor, changedFact(fact));
  await expect(
    execute(house, translateFact, amal.actor, { factId: fact.factId, version: 1, ...sentence }),
  ).rejects.toMatchObject({ code: 'conflict.version' });
});

test('a second reader checks; a new wording is a draft again', async () => {
  const { factId } = await addTestFact(house, amal.actor);
  await execute(house, translateFact, amal.actor, { factId, version: 1, ...sentence });
  await execute(house, translateFact, noor.actor, { factId, version: 1, ...sentence, checked: true });
  expect((await read(house, viewFact, desk.actor, { factId })).texts).toMatchObject([
    { status: 'checked', edited_by: amal.actor.staffId, checked_by: noor.actor.staffId },
  ]);
  await execute(house, translateFact, noor.actor, { factId, version: 1, ...sentence, statement: 'آخر' });
  expect((await read(house, viewFact, desk.actor, { factId })).texts).toMatchObject([
    { status: 'draft', checked_by: null },
  ]);
});
