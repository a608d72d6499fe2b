import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publicActor, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  askChallenge,
  openTestDevice,
  proofOf,
  registerTestPasskey,
  type TestDevice,
  testHome,
} from '../device-with-passkeys.testing.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { startPasskeySession } from '../passkey-session.server.ts';
import { viewAccount } from '../queries/view-account.query.server.ts';
import { viewDevices } from '../queries/view-devices.query.server.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { beginSessionWithPasskey } from './begin-session-with-passkey.server.ts';
import { disableStaff } from './disable-staff.server.ts';
import { removePasskey } from './remove-passkey.server.ts';
import { resetSecondFactor } from './reset-second-factor.server.ts';
import { suspectPasskey } from './suspect-passkey.server.ts';

let house: TestHouse;
let centre: TestCentre;
let actor: StaffActor;
let device: TestDevice;
let passkeyId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());
beforeEach(async () => {
  ({ actor } = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']));
  ({ device, passkeyId } = await registerTestPasskey(house, actor));
});

const ask = () => askChallenge(house, 'sign-in');
const start = (passkey: string, home = testHome) => startPasskeySession(house, proofOf(passkey, home), {});
const refused = { code: 'session.refused', status: 401 };

test('somebody who is signed in has no use for the door', async () => {
  await expect(execute(house, beginSessionWithPasskey, actor, proofOf('{}'))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('whatever is wrong is refused in the same words', async () => {
  await expect(start('{}')).rejects.toMatchObject(refused);
  await expect(start(openTestDevice().use(await ask()))).rejects.toMatchObject(refused);
  await expect(start(device.use('x'.repeat(43)))).rejects.toMatchObject(refused);
  await expect(start(device.use(await ask(), testHome, { verified: false }))).rejects.toMatchObject(refused);
  await expect(
    start(device.use(await ask(), { ...testHome, origin: 'http://evil.example' })),
  ).rejects.toMatchObject(refused);
  const elsewhere = { rpId: 'serai.local', origin: 'https://serai.local' };
  await expect(start(device.use(await ask(), elsewhere), elsewhere)).rejects.toMatchObject(refused);
  const mended = JSON.parse(device.use(await ask())) as { response: { signature: string } };
  mended.response.signature = `${mended.response.signature.slice(0, -4)}AAAA`;
  await expect(start(JSON.stringify(mended))).rejects.toMatchObject(refused);
});

test('a challenge counts once, right or wrong', async () => {
  const challenge = await ask();
  await expect(start(device.use(challenge, testHome, { verified: false }))).rejects.toMatchObject(refused);
  await expect(start(device.use(challenge))).rejects.toMatchObject(refused);
  const right = device.use(await ask());
  await start(right);
  await expect(start(right)).rejects.toMatchObject(refused);
});

test('a passkey alone signs in, both factors proven, and the row says how', async () => {
  const session = await startPasskeySession(house, proofOf(device.use(await ask())), {
    token: 'd'.repeat(43),
    device: 'chrome/android',
  });
  const signedIn = await resolveActor(house, session.token);
  expect(signedIn).toMatchObject({
    kind: 'staff',
    staffId: actor.staffId,
    roles: ['counsellor'],
    hasPasskey: true,
  });
  expect(signedIn).toHaveProperty('steppedUpAt', house.clock.now());
  expect(await latestAudit(house, 'session.begin-with-passkey')).toMatchObject({
    result: 'done',
    subject_id: actor.staffId,
  });
  const { sessions, devices, passkeys } = await read(house, viewDevices, signedIn, {});
  expect(sessions[0]).toMatchObject({ isThis: true, device: 'chrome/android', method: 'passkey' });
  expect(devices).toMatchObject([{ device: 'chrome/android' }]);
  expect(passkeys[0]?.lastUsedOn).not.toBeNull();
});

test('a counter that goes back closes the key and tells its owner and the coordinators', async () => {
  await start(device.use(await ask()));
  await start(device.use(await ask()));
  device.turnBackTo(0);
  await expect(start(device.use(await ask()))).rejects.toMatchObject(refused);
  expect(await latestAudit(house, 'passkey.suspect')).toMatchObject({
    result: 'done',
    subject_id: actor.staffId,
  });
  device.turnBackTo(50);
  await expect(start(device.use(await ask()))).rejects.toMatchObject(refused);
  const coordinator = await signIn(house, centre.coordinator);
  for (const who of [actor, coordinator]) {
    const { notices } = await read(house, viewAccount, who, {});
    expect(notices.map(({ kind }) => kind)).toContain('passkey-suspected');
  }
  expect((await read(house, viewDevices, actor, {})).passkeys).toMatchObject([{ suspected: true }]);
  await expect(execute(house, suspectPasskey, coordinator, { passkeyId })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a removed key, a reset and a closed account let nobody in', async () => {
  const coordinator = await signIn(house, centre.coordinator);
  await execute(house, removePasskey, actor, { passkeyId });
  await expect(start(device.use(await ask()))).rejects.toMatchObject(refused);
  const second = await registerTestPasskey(house, actor);
  await execute(house, resetSecondFactor, coordinator, { staffId: actor.staffId });
  await expect(start(second.device.use(await ask()))).rejects.toMatchObject(refused);
  const other = await addTestStaff(house, coordinator, ['counsellor']);
  const third = await registerTestPasskey(house, other.actor);
  await execute(house, disableStaff, coordinator, {
    staffId: other.actor.staffId,
    handOverTo: coordinator.staffId,
  });
  await expect(start(third.device.use(await ask()))).rejects.toMatchObject(refused);
  expect(await resolveActor(house, undefined)).toEqual(publicActor);
});
