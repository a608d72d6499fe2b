import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { makeRecoverySheet } from '../operations/make-recovery-sheet.server.ts';
import { viewRecovery } from './view-recovery.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a counsellor does not learn how the house may be recovered', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(read(house, viewRecovery, actor, {})).rejects.toMatchObject({
    code: 'forbidden',
    status: 403,
  });
});

test('a sheet that nobody proved to hold shows as made and not confirmed', async () => {
  const coordinator = await signIn(house, centre.coordinator);
  await execute(house, makeRecoverySheet, coordinator, {});
  expect(await read(house, viewRecovery, coordinator, {})).toMatchObject({
    madeAt: expect.any(Date),
    confirmedAt: null,
  });
});
