import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { codeAt, newSeed } from '../one-time-code.server.ts';
import { viewAccount } from '../queries/view-account.query.server.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import { beginSession } from './begin-session.server.ts';
import { resetSecondFactor } from './reset-second-factor.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a counsellor may not reset, a coordinator not without a fresh code, and nobody their own', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(execute(house, resetSecondFactor, actor, { staffId: actor.staffId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const coordinator = await signIn(house, centre.coordinator);
  await expect(
    execute(house, resetSecondFactor, coordinator, { staffId: coordinator.staffId }),
  ).rejects.toMatchObject({ code: 'staff.not-yourself' });
  house.clock.advance(11 * 60_000);
  await expect(
    execute(house, resetSecondFactor, coordinator, { staffId: actor.staffId }),
  ).rejects.toMatchObject({ code: 'step-up.required' });
});

test('after a reset the lost phone opens nothing; the link needs the passphrase that is still known', async () => {
  const colleague = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const { staffId } = colleague.actor;
  const coordinator = await signIn(house, centre.coordinator);
  const { token } = await execute(house, resetSecondFactor, coordinator, { staffId });
  expect(await latestAudit(house, 'staff.reset-second-factor')).toMatchObject({
    subject_id: staffId,
    fields: ['second-factor'],
  });
  expect(await resolveActor(house, colleague.actor.sessionToken)).toEqual(publicActor);
  house.clock.advance(60_000);
  const { email, passphrase } = colleague;
  const stolen = { email, passphrase, code: codeAt(colleague.seed, house.clock.now()) };
  await expect(execute(house, beginSession, publicActor, stolen)).rejects.toMatchObject({
    code: 'session.refused',
  });
  const seed = newSeed();
  const code = codeAt(seed, house.clock.now());
  const wrong = { token, passphrase: 'a passphrase of a stranger', seed, code };
  await expect(execute(house, acceptInvitation, publicActor, wrong)).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'wrong-passphrase' }],
  });
  await execute(house, acceptInvitation, publicActor, { token, passphrase, seed, code });
  const actor = await signIn(house, { email, passphrase, seed });
  expect((await read(house, viewAccount, actor, {})).notices).toMatchObject([
    { kind: 'second-factor-reset', byName: 'Mina Test' },
  ]);
});

test('when everything was lost the link sets a new passphrase too', async () => {
  const colleague = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const { staffId } = colleague.actor;
  const coordinator = await signIn(house, centre.coordinator);
  const { token } = await execute(house, resetSecondFactor, coordinator, { staffId, lost: 'everything' });
  const seed = newSeed();
  const passphrase = 'a wholly new passphrase';
  await execute(house, acceptInvitation, publicActor, {
    token,
    passphrase,
    seed,
    code: codeAt(seed, house.clock.now()),
  });
  await expect(signIn(house, { email: colleague.email, passphrase, seed })).resolves.toMatchObject({
    staffId,
    roles: ['counsellor'],
  });
});
