import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRecoverySheet } from '#modules/setup/operations/make-recovery-sheet.server.ts';
import { recoverAccess } from '#modules/setup/operations/recover-access.server.ts';
import { houseActor, publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { findInvitation } from '../accept-link.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { codeAt } from '../one-time-code.server.ts';
import { addTestStaff, openTestCentre, type TestCentre, type TestStaff } from '../staff.testing.ts';
import { vouchRecovery } from './vouch-recovery.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
let token: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const { coordinator } = centre;
  counsellor = await addTestStaff(house, coordinator.actor, ['counsellor']);
  const { recoveryKey } = await execute(house, makeRecoverySheet, coordinator.actor, {});
  ({ token } = await execute(house, recoverAccess, houseActor, { email: coordinator.email, recoveryKey }));
});
afterAll(() => house?.close());

/** What somebody types at the link; the clock goes on, because each code counts once. */
function typedBy({ email, passphrase, seed }: TestStaff) {
  house.clock.advance(60_000);
  return { token, email, passphrase, code: codeAt(seed, house.clock.now()) };
}

test('whoever is signed in has no use for it, and the one who is locked out cannot vouch for themselves', async () => {
  await expect(execute(house, vouchRecovery, counsellor.actor, typedBy(counsellor))).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, vouchRecovery, publicActor, typedBy(centre.coordinator))).rejects.toMatchObject(
    { code: 'session.refused', status: 401 },
  );
  expect(await findInvitation(house, token)).toMatchObject({ waits: { until: null } });
});

test('a colleague with secrets of their own opens the link, once, and it is recorded', async () => {
  const done = await execute(house, vouchRecovery, publicActor, typedBy(counsellor));
  expect(done).toEqual({ staffId: centre.coordinator.actor.staffId, voucherId: counsellor.actor.staffId });
  expect(await latestAudit(house, 'staff.vouch-recovery')).toMatchObject({
    result: 'done',
    subject_id: centre.coordinator.actor.staffId,
  });
  await expect(execute(house, vouchRecovery, publicActor, typedBy(counsellor))).rejects.toMatchObject({
    code: 'staff.recovery-not-asking',
  });
});
