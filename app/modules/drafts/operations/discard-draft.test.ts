import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { discardDraft } from './discard-draft.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('somebody with figures only may discard no draft', async () => {
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(execute(house, discardDraft, officer.actor, { form: 'contact' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('discarding where there is nothing is no error', async () => {
  expect(await execute(house, discardDraft, centre.coordinator.actor, { form: 'contact' })).toEqual({});
});
