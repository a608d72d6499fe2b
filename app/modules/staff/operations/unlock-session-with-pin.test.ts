import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isStaff, publicActor, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { codeAt } from '../one-time-code.server.ts';
import { viewDevices } from '../queries/view-devices.query.server.ts';
import { unlockByPin, unlockScreen } from '../screen.server.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre, type TestStaff } from '../staff.testing.ts';
import { beginSession } from './begin-session.server.ts';
import { forgetDevice } from './forget-device.server.ts';
import { lockSession } from './lock-session.server.ts';
import { removePin } from './remove-pin.server.ts';
import { setPin } from './set-pin.server.ts';
import { unlockSessionWithPin } from './unlock-session-with-pin.server.ts';

let house: TestHouse;
let centre: TestCentre;
let who: TestStaff;
let actor: StaffActor;
const pin = '582649';
const deviceToken = 'd'.repeat(43);
const wrong = { fields: [{ path: 'pin', code: 'wrong-pin' }] };
const isVoid = { code: 'session.pin-void' };

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());
beforeEach(async () => {
  who = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  actor = await signInHere();
  await execute(house, setPin, actor, { pin });
});

async function signInHere(): Promise<StaffActor> {
  house.clock.advance(31_000);
  const { token } = await execute(house, beginSession, publicActor, {
    email: who.email,
    passphrase: who.passphrase,
    code: codeAt(who.seed, house.clock.now()),
    deviceToken,
    device: 'firefox/linux',
  });
  const here = await resolveActor(house, token);
  if (!isStaff(here)) throw new Error('the sign-in did not hold');
  return here;
}
const lock = () => execute(house, lockSession, actor, {});
const unlock = (typed: string, token = deviceToken) =>
  unlockByPin(house, actor.sessionToken, { pin: typed, deviceToken: token });

test('a PIN is set with a fresh proof alone, and not one that anybody would try', async () => {
  await expect(execute(house, setPin, publicActor, { pin })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, setPin, actor, { pin: '123456' })).rejects.toMatchObject({
    fields: [{ path: 'pin', code: 'pin-trivial' }],
  });
  house.clock.advance(11 * 60_000);
  await expect(execute(house, setPin, actor, { pin })).rejects.toMatchObject({ code: 'step-up.required' });
  expect(await latestAudit(house, 'staff.set-pin')).toMatchObject({
    subject_id: actor.staffId,
    fields: ['pin'],
  });
});

test('the public unlocks nothing, and a PIN signs nobody in', async () => {
  await expect(execute(house, unlockSessionWithPin, publicActor, { pin, deviceToken })).rejects.toMatchObject(
    { code: 'forbidden' },
  );
  expect(await unlockByPin(house, undefined, { pin, deviceToken })).toBe(false);
});

test('the PIN resumes the session in its own browser, in any digits, and not in another one', async () => {
  await lock();
  await expect(unlock(pin, 'e'.repeat(43))).rejects.toMatchObject(isVoid);
  await expect(unlock('000000')).rejects.toMatchObject(wrong);
  expect(await unlock('۵۸۲۶۴۹')).toBe(true);
  expect(await resolveActor(house, actor.sessionToken)).toMatchObject({
    locked: false,
    roles: ['counsellor'],
  });
  expect(await latestAudit(house, 'session.unlock-with-pin')).toMatchObject({
    result: 'done',
    subject_id: actor.staffId,
  });
});

test('five wrong ones, and it opens nothing until the passphrase was typed', async () => {
  await lock();
  for (let tried = 0; tried < 5; tried += 1) await expect(unlock('914275')).rejects.toMatchObject(wrong);
  await expect(unlock(pin)).rejects.toMatchObject(isVoid);
  expect(await unlockScreen(house, actor.sessionToken, who.passphrase)).toBe(true);
  await lock();
  expect(await unlock(pin)).toBe(true);
});

test('many tries at once are no more than five', async () => {
  await lock();
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => unlock('914275')));
  const guessed = tries.filter(
    ({ status, ...rest }) =>
      status === 'rejected' && (rest as { reason: { code: string } }).reason.code === 'input.invalid',
  );
  expect(guessed).toHaveLength(5);
});

test('after the shift, without the PIN and in a forgotten browser it opens nothing', async () => {
  const { devices } = await read(house, viewDevices, actor, {});
  await expect(
    execute(house, forgetDevice, await signIn(house, centre.coordinator), { deviceId: devices[0]?.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await execute(house, forgetDevice, actor, { deviceId: devices[0]?.id });
  expect(await latestAudit(house, 'session.forget-device')).toMatchObject({ result: 'done' });
  await lock();
  await expect(unlock(pin)).rejects.toMatchObject(isVoid);
  actor = await signInHere();
  await execute(house, removePin, actor, {});
  expect(await latestAudit(house, 'staff.remove-pin')).toMatchObject({ result: 'done' });
  await lock();
  await expect(unlock(pin)).rejects.toMatchObject(isVoid);
  house.clock.advance(10 * 3_600_000);
  expect(await unlock(pin)).toBe(false);
});

test('a volunteer at reception and the public may take no PIN away that is not theirs', async () => {
  await expect(execute(house, removePin, publicActor, {})).rejects.toMatchObject({ code: 'forbidden' });
  const other = await addTestStaff(house, await signIn(house, centre.coordinator), ['receptionist']);
  await execute(house, removePin, other.actor, {});
  expect((await read(house, viewDevices, actor, {})).pin).toBe('set');
});
