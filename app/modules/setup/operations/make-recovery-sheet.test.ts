import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { openKeyFile } from '#platform/vault/root-key.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import { viewRecovery } from '../queries/view-recovery.query.server.ts';
import { recoverRoot } from '../recovery-key.server.ts';
import { makeRecoverySheet } from './make-recovery-sheet.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a counsellor gets no sheet, and a coordinator not without a fresh code', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(execute(house, makeRecoverySheet, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  const coordinator = await signIn(house, centre.coordinator);
  house.clock.advance(11 * 60_000);
  await expect(execute(house, makeRecoverySheet, coordinator, {})).rejects.toMatchObject({
    code: 'step-up.required',
  });
});

test('a new sheet voids the one before and waits to be confirmed', async () => {
  const coordinator = await signIn(house, centre.coordinator);
  const first = await execute(house, makeRecoverySheet, coordinator, {});
  const second = await execute(house, makeRecoverySheet, coordinator, {});
  expect(() => recoverRoot(house.config.dataDir, first.recoveryKey)).toThrow('vault.recovery-key-wrong');
  expect(recoverRoot(house.config.dataDir, second.recoveryKey)).toEqual(
    openKeyFile(house.config.keyFile, false),
  );
  expect(await read(house, viewRecovery, coordinator, {})).toMatchObject({
    madeAt: house.clock.now(),
    confirmedAt: null,
  });
  expect(await latestAudit(house, 'recovery.make-sheet')).toMatchObject({
    result: 'done',
    fields: ['recovery'],
  });
});
