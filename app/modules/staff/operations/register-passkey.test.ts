import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  askChallenge,
  openTestDevice,
  proofOf,
  registerTestPasskey,
  testHome,
} from '../device-with-passkeys.testing.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { viewAccount } from '../queries/view-account.query.server.ts';
import { viewDevices } from '../queries/view-devices.query.server.ts';
import { signIn, openTestCentre, type TestCentre } from '../staff.testing.ts';
import { registerPasskey } from './register-passkey.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const wrong = { fields: [{ path: 'passkey', code: 'wrong-passkey' }] };

test('the public registers nothing, and nobody without a fresh proof of who they are', async () => {
  const device = openTestDevice();
  const input = { ...proofOf(device.make('x'.repeat(43))), name: 'Phone' };
  await expect(execute(house, registerPasskey, publicActor, input)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const actor = await signIn(house, centre.coordinator);
  house.clock.advance(11 * 60_000);
  await expect(execute(house, registerPasskey, actor, input)).rejects.toMatchObject({
    code: 'step-up.required',
  });
});

test('a challenge that is old, used, of another browser, purpose or person is refused, and so is a holder whom the device did not verify', async () => {
  const actor = await signIn(house, centre.coordinator);
  const device = openTestDevice();
  const refused = async (passkey: string, more: object = {}) =>
    expect(
      execute(house, registerPasskey, actor, { ...proofOf(passkey), name: 'Phone', ...more }),
    ).rejects.toMatchObject(wrong);
  const ask = () => askChallenge(house, 'register', actor.staffId);
  await refused(device.make('x'.repeat(43)));
  await refused(device.make(await ask()), { browser: 'c'.repeat(43) });
  await refused(device.make(await askChallenge(house, 'step-up', actor.staffId)));
  await refused(device.make(await askChallenge(house, 'register', null)));
  await refused(device.make(await ask(), testHome, { verified: false }));
  await refused(device.make(await ask(), { ...testHome, origin: 'http://evil.example' }));
  await refused(device.make(await ask(), { ...testHome, rpId: 'evil.example' }));
  await refused('not json');
  const old = await ask();
  house.clock.advance(5 * 60_000 + 1000);
  await refused(device.make(old));
  const { passkeys } = await read(house, viewDevices, actor, {});
  expect(passkeys).toEqual([]);
});

test('a passkey is kept with its name sealed, leaves a notice, and the same answer does not count twice', async () => {
  const actor = await signIn(house, centre.coordinator);
  const { passkeyId } = await registerTestPasskey(house, actor, 'Blue phone');
  expect(await latestAudit(house, 'passkey.register')).toMatchObject({
    result: 'done',
    subject_id: actor.staffId,
  });
  expect((await read(house, viewDevices, actor, {})).passkeys).toMatchObject([
    { id: passkeyId, name: 'Blue phone', rpId: 'localhost', lastUsedOn: null, suspected: false },
  ]);
  const { rows } = await house.admin.query<{ sealed_name: Buffer }>(
    'select sealed_name from serai.passkey where id = $1',
    [passkeyId],
  );
  expect(rows[0]?.sealed_name.toString('latin1')).not.toContain('Blue');
  expect((await read(house, viewAccount, actor, {})).notices).toMatchObject([{ kind: 'passkey-added' }]);
  const device = openTestDevice();
  const input = {
    ...proofOf(device.make(await askChallenge(house, 'register', actor.staffId))),
    name: 'Grey key',
  };
  await execute(house, registerPasskey, actor, input);
  await expect(execute(house, registerPasskey, actor, input)).rejects.toMatchObject(wrong);
});
