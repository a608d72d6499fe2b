import { afterAll, beforeAll, expect, test } from 'vitest';
import { houseActor, publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { codeAt, newSeed } from '#modules/staff/one-time-code.server.ts';
import { acceptInvitation } from '#modules/staff/operations/accept-invitation.server.ts';
import { viewAccount } from '#modules/staff/queries/view-account.query.server.ts';
import { resolveActor } from '#modules/staff/session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import { makeRecoverySheet } from './make-recovery-sheet.server.ts';
import { recoverAccess } from './recover-access.server.ts';

let house: TestHouse;
let centre: TestCentre;
let recoveryKey: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  ({ recoveryKey } = await execute(house, makeRecoverySheet, centre.coordinator.actor, {}));
});
afterAll(() => house?.close());

test('nobody signed in or passing by may, and the wrong key or person gets nothing', async () => {
  const { email, actor } = centre.coordinator;
  await expect(execute(house, recoverAccess, publicActor, { email, recoveryKey })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, recoverAccess, actor, { email, recoveryKey })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const counsellor = await addTestStaff(house, actor, ['counsellor']);
  const wrong = recoveryKey.replace(/^.{4}/, 'ZZZZ');
  await expect(
    execute(house, recoverAccess, houseActor, { email, recoveryKey: wrong }),
  ).rejects.toMatchObject({ code: 'vault.recovery-key-wrong' });
  await expect(
    execute(house, recoverAccess, houseActor, { email: counsellor.email, recoveryKey }),
  ).rejects.toMatchObject({ fields: [{ path: 'email', code: 'no-such-coordinator' }] });
  expect(await resolveActor(house, actor.sessionToken)).toMatchObject({ kind: 'staff' });
});

test('the printed key brings a locked-out coordinator back, and those who could object are told', async () => {
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  const { email, actor } = centre.coordinator;
  const { token } = await execute(house, recoverAccess, houseActor, { email, recoveryKey });
  expect(await resolveActor(house, actor.sessionToken)).toEqual(publicActor);
  expect(await latestAudit(house, 'recovery.grant-access')).toMatchObject({
    subject_id: actor.staffId,
    result: 'done',
  });
  expect((await read(house, viewAccount, officer.actor, {})).notices).toMatchObject([
    { kind: 'access-recovered', byName: null },
  ]);
  const seed = newSeed();
  const passphrase = 'a wholly new passphrase';
  await execute(house, acceptInvitation, publicActor, {
    token,
    passphrase,
    seed,
    code: codeAt(seed, house.clock.now()),
  });
  await expect(signIn(house, { email, passphrase, seed })).resolves.toMatchObject({
    staffId: actor.staffId,
    roles: ['coordinator'],
  });
});
