import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { askChallenge, proofOf, registerTestPasskey } from '../device-with-passkeys.testing.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { stepUpByPasskey, unlockByPasskey } from '../passkey-session.server.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { lockSession } from './lock-session.server.ts';
import { stepUpSessionWithPasskey } from './step-up-session-with-passkey.server.ts';
import { unlockSessionWithPasskey } from './unlock-session-with-passkey.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const wrong = { fields: [{ path: 'passkey', code: 'wrong-passkey' }] };

test('the public proves nothing with it', async () => {
  await expect(execute(house, unlockSessionWithPasskey, publicActor, proofOf('{}'))).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, stepUpSessionWithPasskey, publicActor, proofOf('{}'))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('one’s own passkey unlocks the screen; a colleague’s does not, nor a challenge for something else', async () => {
  const owner = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  const other = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  const { device } = await registerTestPasskey(house, owner.actor);
  const { device: foreign } = await registerTestPasskey(house, other.actor);
  const { sessionToken, staffId } = owner.actor;
  await execute(house, lockSession, owner.actor, {});
  const unlock = (passkey: string) => unlockByPasskey(house, sessionToken, proofOf(passkey));
  await expect(unlock(foreign.use(await askChallenge(house, 'unlock', staffId)))).rejects.toMatchObject(
    wrong,
  );
  await expect(unlock(device.use(await askChallenge(house, 'sign-in')))).rejects.toMatchObject(wrong);
  await expect(unlock(device.use(await askChallenge(house, 'step-up', staffId)))).rejects.toMatchObject(
    wrong,
  );
  expect(await resolveActor(house, sessionToken)).toMatchObject({ locked: true, roles: [] });
  expect(await unlock(device.use(await askChallenge(house, 'unlock', staffId)))).toBe(true);
  expect(await resolveActor(house, sessionToken)).toMatchObject({ locked: false, roles: ['counsellor'] });
  expect(await latestAudit(house, 'session.unlock-with-passkey')).toMatchObject({ subject_id: staffId });
  expect(await unlockByPasskey(house, undefined, proofOf('{}'))).toBe(false);
});

test('a passkey proves anew who it is, for acts that ask', async () => {
  const { actor } = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  const { device } = await registerTestPasskey(house, actor);
  house.clock.advance(15 * 60_000);
  await expect(
    stepUpByPasskey(house, actor, proofOf(device.use(await askChallenge(house, 'unlock', actor.staffId)))),
  ).rejects.toMatchObject(wrong);
  const now = await stepUpByPasskey(
    house,
    actor,
    proofOf(device.use(await askChallenge(house, 'step-up', actor.staffId))),
  );
  expect(now.steppedUpAt).toEqual(house.clock.now());
  expect(await resolveActor(house, actor.sessionToken)).toHaveProperty('steppedUpAt', house.clock.now());
  expect(await latestAudit(house, 'session.step-up-with-passkey')).toMatchObject({
    subject_id: actor.staffId,
  });
});
