import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestPasskey } from '../device-with-passkeys.testing.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { viewDevices } from '../queries/view-devices.query.server.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { removePasskey } from './remove-passkey.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('nobody removes what is not theirs, nor anything without a fresh proof', async () => {
  const owner = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  const { passkeyId } = await registerTestPasskey(house, owner.actor);
  await expect(execute(house, removePasskey, publicActor, { passkeyId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const coordinator = await signIn(house, centre.coordinator);
  await expect(execute(house, removePasskey, coordinator, { passkeyId })).rejects.toMatchObject({
    code: 'not-found',
  });
  house.clock.advance(11 * 60_000);
  await expect(execute(house, removePasskey, owner.actor, { passkeyId })).rejects.toMatchObject({
    code: 'step-up.required',
  });
});

test('the last way in stays', async () => {
  const owner = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  const { passkeyId } = await registerTestPasskey(house, owner.actor);
  await house.admin.query('update serai.staff_credential set sealed_totp = null where staff_id = $1', [
    owner.actor.staffId,
  ]);
  await expect(execute(house, removePasskey, owner.actor, { passkeyId })).rejects.toMatchObject({
    code: 'passkey.last-way',
  });
  const second = await registerTestPasskey(house, owner.actor, 'Key in the safe');
  await execute(house, removePasskey, owner.actor, { passkeyId });
  expect((await read(house, viewDevices, owner.actor, {})).passkeys).toMatchObject([
    { id: second.passkeyId },
  ]);
  expect(await latestAudit(house, 'passkey.remove')).toMatchObject({
    result: 'done',
    subject_id: owner.actor.staffId,
  });
});

test('what a passkey began elsewhere ends with it; what passphrase and code began goes on', async () => {
  const owner = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  const { passkeyId } = await registerTestPasskey(house, owner.actor);
  const taken = await signIn(house, owner);
  const desk = await signIn(house, owner);
  const here = await signIn(house, owner);
  await house.admin.query("update serai.session set method = 'passkey' where id = any($1::uuid[])", [
    [taken.sessionId, here.sessionId],
  ]);
  await execute(house, removePasskey, here, { passkeyId });
  expect(await resolveActor(house, taken.sessionToken)).toEqual(publicActor);
  expect(await resolveActor(house, desk.sessionToken)).toMatchObject({ kind: 'staff' });
  expect(await resolveActor(house, here.sessionToken)).toMatchObject({ kind: 'staff' });
});
