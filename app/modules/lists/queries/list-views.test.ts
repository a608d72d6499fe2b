import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import { listViews } from './list-views.query.server.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house?.close());

test('who has no list has no filters kept for one', async () => {
  const centre = await openTestCentre(house);
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(read(house, listViews, actor, { list: 'people' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
