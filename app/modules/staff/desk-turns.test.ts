import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isStaff, publicActor, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from './latest-audit.testing.ts';
import { codeAt } from './one-time-code.server.ts';
import { beginSession } from './operations/begin-session.server.ts';
import { disableStaff } from './operations/disable-staff.server.ts';
import { setPin } from './operations/set-pin.server.ts';
import { shareDevice } from './operations/share-device.server.ts';
import { unshareDevice } from './operations/unshare-device.server.ts';
import { staffNames } from './queries/staff-names.query.server.ts';
import { unlockByPin, unlockScreen } from './screen.server.ts';
import { resolveActor } from './session.server.ts';
import { closeDesk, joinDesk, mostAtDesk, switchAtDesk, waitingAtDesk } from './desk-turns.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre, type TestStaff } from './staff.testing.ts';

let house: TestHouse;
let centre: TestCentre;
let coordinator: StaffActor;
let first: TestStaff;
let second: TestStaff;
let deviceToken: string;
const pin = '582649';
let devices = 0;

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  coordinator = await signIn(house, centre.coordinator);
  first = await addTestStaff(house, coordinator, ['counsellor']);
  second = await addTestStaff(house, coordinator, ['receptionist']);
});
afterAll(() => house?.close());
beforeEach(() => {
  devices += 1;
  deviceToken = String(devices).padStart(43, 'd');
});

async function enter(who: TestStaff, device = deviceToken): Promise<StaffActor> {
  house.clock.advance(31_000);
  const { token } = await execute(house, beginSession, publicActor, {
    email: who.email,
    passphrase: who.passphrase,
    code: codeAt(who.seed, house.clock.now()),
    deviceToken: device,
  });
  const actor = await resolveActor(house, token);
  if (!isStaff(actor)) throw new Error('the sign-in did not hold');
  return actor;
}

/** The first colleague's session waits, the second one's is in use. */
async function openDesk() {
  const one = await enter(first);
  await execute(house, shareDevice, one, { deviceToken });
  const { waiting } = await switchAtDesk(
    house,
    { deviceToken, sessionToken: one.sessionToken, waiting: [] },
    'new',
  );
  const two = await enter(second);
  return { one, two, browser: { deviceToken, sessionToken: two.sessionToken, waiting } };
}

test('the public marks nothing, and nobody marks a browser in which they did not sign in', async () => {
  await expect(execute(house, shareDevice, publicActor, { deviceToken })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const one = await enter(first);
  await expect(execute(house, shareDevice, one, { deviceToken: 'e'.repeat(43) })).rejects.toMatchObject({
    code: 'session.device-unproven',
  });
  expect((await house.admin.query('select 1 from serai.shared_device')).rowCount).toBe(0);
});

test('without the mark nobody waits: a session cannot be put aside', async () => {
  const one = await enter(first);
  const browser = { deviceToken, sessionToken: one.sessionToken, waiting: [] };
  await expect(switchAtDesk(house, browser, 'new')).rejects.toMatchObject({
    code: 'session.device-unproven',
  });
  expect(await waitingAtDesk(house, { deviceToken, waiting: [one.sessionToken] })).toEqual([]);
});

test('another browser sees nobody, and goes on as nobody', async () => {
  const { one, browser } = await openDesk();
  expect(await waitingAtDesk(house, browser)).toMatchObject([{ staffId: one.staffId }]);
  const stranger = { ...browser, deviceToken: 'f'.repeat(43), sessionToken: undefined };
  expect(await waitingAtDesk(house, stranger)).toEqual([]);
  expect(await waitingAtDesk(house, { deviceToken, waiting: [] })).toEqual([]);
  await expect(switchAtDesk(house, stranger, { sessionId: one.sessionId })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('what waits reads nothing, and its stolen token opens nothing elsewhere, with the PIN neither', async () => {
  const one = await enter(first);
  await execute(house, setPin, one, { pin });
  await execute(house, shareDevice, one, { deviceToken });
  expect(await latestAudit(house, 'session.share-device')).toMatchObject({ subject_id: one.staffId });
  await switchAtDesk(house, { deviceToken, sessionToken: one.sessionToken, waiting: [] }, 'new');
  expect(await resolveActor(house, one.sessionToken)).toMatchObject({ locked: true, roles: [] });
  // The rule out of the way, the database shows nothing either.
  expect(await read(house, staffNames, one, {})).toEqual({});
  await expect(
    unlockByPin(house, one.sessionToken, { pin, deviceToken: 'f'.repeat(43) }),
  ).rejects.toMatchObject({ code: 'session.pin-void' });
});

test('whoever is chosen is locked until the PIN, five wrong ones make it void, and the one before is locked now', async () => {
  const { one, two, browser } = await openDesk();
  const { sessionToken, waiting } = await switchAtDesk(house, browser, { sessionId: one.sessionId });
  expect(sessionToken).toBe(one.sessionToken);
  expect(waiting).toEqual([two.sessionToken]);
  expect(await resolveActor(house, two.sessionToken)).toMatchObject({ locked: true });
  expect(await resolveActor(house, one.sessionToken)).toMatchObject({ locked: true });
  for (let tried = 0; tried < 5; tried += 1)
    await expect(unlockByPin(house, sessionToken, { pin: '914275', deviceToken })).rejects.toBeDefined();
  await expect(unlockByPin(house, sessionToken, { pin, deviceToken })).rejects.toMatchObject({
    code: 'session.pin-void',
  });
  expect(await unlockScreen(house, sessionToken, first.passphrase)).toBe(true);
  expect(await resolveActor(house, sessionToken)).toMatchObject({ locked: false, staffId: one.staffId });
  expect(await resolveActor(house, two.sessionToken)).toMatchObject({ locked: true });
});

test('three idle minutes lock a shared computer, work does not, and elsewhere it takes twenty', async () => {
  const elsewhere = await enter(first, 'g'.repeat(43));
  const { two } = await openDesk();
  for (let seconds = 0; seconds < 600; seconds += 50) {
    house.clock.advance(50_000);
    expect(await resolveActor(house, two.sessionToken)).toMatchObject({ locked: false });
  }
  house.clock.advance(3 * 60_000 + 1);
  expect(await resolveActor(house, two.sessionToken)).toMatchObject({ locked: true });
  expect(await resolveActor(house, elsewhere.sessionToken)).toMatchObject({ locked: false });
});

test('six at one computer are enough, and one person has one session there', async () => {
  const { one, two, browser } = await openDesk();
  const again = await enter(first);
  expect(await joinDesk(house, { ...browser, waiting: [one.sessionToken, two.sessionToken] }, again)).toEqual(
    [two.sessionToken],
  );
  expect(await resolveActor(house, one.sessionToken)).toEqual(publicActor);
  const waiting = [two.sessionToken];
  while (waiting.length < mostAtDesk - 1) waiting.push((await enter(second)).sessionToken);
  await expect(
    switchAtDesk(house, { deviceToken, sessionToken: again.sessionToken, waiting }, 'new'),
  ).rejects.toMatchObject({ code: 'session.desk-full' });
});

test('a person whose account was closed, and a shift that is over, are not among those who wait', async () => {
  const leaver = await addTestStaff(house, coordinator, ['receptionist']);
  const here = await enter(leaver);
  await execute(house, shareDevice, here, { deviceToken });
  const desk = { deviceToken, waiting: [here.sessionToken] };
  expect(await waitingAtDesk(house, desk)).toHaveLength(1);
  coordinator = await signIn(house, centre.coordinator);
  await execute(house, disableStaff, coordinator, {
    staffId: leaver.actor.staffId,
    handOverTo: first.actor.staffId,
  });
  expect(await waitingAtDesk(house, desk)).toEqual([]);
  const { browser } = await openDesk();
  house.clock.advance(10 * 3_600_000);
  expect(await waitingAtDesk(house, browser)).toEqual([]);
});

test('at closing time one button signs out everybody at this computer, and nobody elsewhere', async () => {
  const elsewhere = await enter(first, 'h'.repeat(43));
  const { one, two, browser } = await openDesk();
  expect(await closeDesk(house, browser)).toBe(2);
  for (const { sessionToken } of [one, two])
    expect(await resolveActor(house, sessionToken)).toEqual(publicActor);
  expect(isStaff(await resolveActor(house, elsewhere.sessionToken))).toBe(true);
  expect(await closeDesk(house, browser)).toBe(0);
});

test('the mark goes by who made it or by a coordinator there, and what waits ends with it', async () => {
  const { one, two } = await openDesk();
  await expect(execute(house, unshareDevice, two, {})).rejects.toMatchObject({ code: 'forbidden' });
  expect(isStaff(await resolveActor(house, one.sessionToken))).toBe(true);
  const boss = await enter(centre.coordinator);
  await execute(house, unshareDevice, boss, {});
  expect(await latestAudit(house, 'session.unshare-device')).toMatchObject({ subject_id: boss.staffId });
  for (const { sessionToken } of [one, two])
    expect(await resolveActor(house, sessionToken)).toEqual(publicActor);
  await expect(execute(house, unshareDevice, boss, {})).rejects.toMatchObject({ code: 'not-found' });
});
