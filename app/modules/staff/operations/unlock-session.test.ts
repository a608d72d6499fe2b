import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publicActor, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { unlockScreen } from '../screen.server.ts';
import { resolveActor } from '../session.server.ts';
import { openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { lockSession } from './lock-session.server.ts';
import { unlockSession } from './unlock-session.server.ts';

let house: TestHouse;
let centre: TestCentre;
let actor: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());
beforeEach(async () => {
  house.clock.advance(16 * 60_000);
  actor = await signIn(house, centre.coordinator);
  await execute(house, lockSession, actor, {});
});

test('the public unlocks nothing, and the locked actor itself may not either: only the door can', async () => {
  await expect(execute(house, unlockSession, publicActor, { passphrase: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const locked = await resolveActor(house, actor.sessionToken);
  await expect(
    execute(house, unlockSession, locked, { passphrase: centre.coordinator.passphrase }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('the passphrase unlocks, and the shift ends when it would have ended', async () => {
  await expect(unlockScreen(house, actor.sessionToken, 'wrong')).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'wrong-passphrase' }],
  });
  expect(await unlockScreen(house, actor.sessionToken, centre.coordinator.passphrase)).toBe(true);
  expect(await resolveActor(house, actor.sessionToken)).toMatchObject({
    kind: 'staff',
    locked: false,
    roles: ['coordinator'],
  });
  expect(await latestAudit(house, 'session.unlock')).toMatchObject({
    result: 'done',
    subject_id: actor.staffId,
  });
  for (let hour = 0; hour < 10; hour += 1) {
    house.clock.advance(59 * 60_000);
    await unlockScreen(house, actor.sessionToken, centre.coordinator.passphrase);
  }
  house.clock.advance(11 * 60_000);
  expect(await resolveActor(house, actor.sessionToken)).toEqual(publicActor);
  expect(await unlockScreen(house, actor.sessionToken, centre.coordinator.passphrase)).toBe(false);
});

test('whoever guesses at a locked screen is signed out', async () => {
  for (let attempt = 0; attempt < 5; attempt += 1)
    await expect(unlockScreen(house, actor.sessionToken, 'wrong')).rejects.toMatchObject({
      code: 'input.invalid',
    });
  await expect(unlockScreen(house, actor.sessionToken, centre.coordinator.passphrase)).rejects.toMatchObject({
    code: 'too-many-requests',
  });
  expect(await resolveActor(house, actor.sessionToken)).toEqual(publicActor);
});
