import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { makeKey } from '../operations/make-key.server.ts';
import { askTestQuestion, openTestIntake } from '../questions.testing.ts';
import { countQuestions } from './count-questions.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  await openTestIntake(house, centre.centreId);
});
afterAll(() => house?.close());

test('outsiders do not learn how many wait', async () => {
  await expect(read(house, countQuestions, publicActor, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('the front desk sees how many wait, and makes no keys', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
  const before = await read(house, countQuestions, actor, {});
  await askTestQuestion(house);
  expect(await read(house, countQuestions, actor, {})).toMatchObject({
    waiting: before.waiting + 1,
    new: before.new + 1,
    overdue: 0,
  });
  await expect(execute(house, makeKey, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
});
