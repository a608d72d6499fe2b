import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { listMerged } from './list-merged.query.server.ts';
import { listProposals } from './list-proposals.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test.each(['receptionist', 'volunteer', 'data_officer'] as const)(
  'a %s sees neither proposals nor what was merged',
  async (role) => {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(read(house, listProposals, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(house, listMerged, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  },
);
