import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import { viewRecovery } from '../queries/view-recovery.query.server.ts';
import { confirmRecoverySheet } from './confirm-recovery-sheet.server.ts';
import { makeRecoverySheet } from './make-recovery-sheet.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a receptionist confirms nothing, and there must be a sheet', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const typed = { first: 'AAAA', second: 'BBBB' };
  await expect(execute(house, confirmRecoverySheet, actor, typed)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, confirmRecoverySheet, centre.coordinator.actor, typed)).rejects.toMatchObject({
    code: 'recovery.no-sheet',
  });
});

test('two groups from the sheet confirm it', async () => {
  const coordinator = await signIn(house, centre.coordinator);
  const { recoveryKey } = await execute(house, makeRecoverySheet, coordinator, {});
  const groups = recoveryKey.split('-');
  const [first, second] = (await read(house, viewRecovery, coordinator, {})).groups;
  const right = { first: groups[first - 1], second: groups[second - 1] };
  await expect(
    execute(house, confirmRecoverySheet, coordinator, { ...right, first: '----' }),
  ).rejects.toMatchObject({ fields: [{ path: 'first', code: 'wrong-group' }] });
  await execute(house, confirmRecoverySheet, coordinator, right);
  expect((await read(house, viewRecovery, coordinator, {})).confirmedAt).toEqual(house.clock.now());
  expect(await latestAudit(house, 'recovery.confirm-sheet')).toMatchObject({ result: 'done' });
});
