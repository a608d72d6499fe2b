import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { prepareClient } from './prepare-client.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a data officer has no form of people', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(read(house, prepareClient, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('what the centre switched off is not offered, what it requires is named', async () => {
  await house.admin.query(
    `insert into serai.centre_switch (centre_id, list, code, enabled, required) values ($1, 'client-field', 'marital', false, false), ($1, 'client-field', 'nationalities', true, true)`,
    [centre.centreId],
  );
  const offered = await read(house, prepareClient, centre.coordinator.actor, {});
  expect(offered.fields).not.toContain('marital');
  expect(offered.required).toEqual(['nationalities']);
  expect(offered.country).toBe('PK');
});
