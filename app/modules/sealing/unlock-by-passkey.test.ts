import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type ReopenableHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  askChallenge,
  proofOf,
  registerTestPasskey,
  type TestDevice,
} from '#modules/staff/device-with-passkeys.testing.ts';
import { removePasskey } from '#modules/staff/operations/remove-passkey.server.ts';
import { startPasskeySession } from '#modules/staff/passkey-session.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { carryOutChoice } from './carry-out-choice.server.ts';
import { chooseOpeningOperation } from './operations/choose-opening.server.ts';
import { nowhere, proveSheetOf, signInAtDoor, typedBy, wrapCount } from './sealing.testing.ts';
import { unlockByPasskey, unlockByPassphrase } from './unlock-house.server.ts';

let house: ReopenableHouse;
let sealed: TestHouse | undefined;
let centre: TestCentre;
let who: TestStaff;
let device: TestDevice;
let passkeyId: string;
const secret = randomBytes(32);

/** What a browser sends of a passkey whose device derives a secret too. */
async function used(at: TestHouse, derived: Buffer | undefined = secret): Promise<string> {
  const answer = JSON.parse(device.use(await askChallenge(at, 'sign-in'))) as object;
  const results = { prf: { results: { first: derived.toString('base64url') } } };
  return JSON.stringify({ ...answer, clientExtensionResults: results });
}

beforeEach(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  who = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const actor = await signInAtDoor(house, who);
  ({ device, passkeyId } = await registerTestPasskey(house, actor));
  await startPasskeySession(house, proofOf(await used(house)), {});
});
afterEach(async () => {
  await sealed?.close();
  sealed = undefined;
  await house.close();
});

const refusal = { code: 'session.refused', status: 401 };
const open = (at: TestHouse, passkey: string) => unlockByPasskey(at, proofOf(passkey), nowhere);

test('a passkey opens by what its device derives, and only with a right signature', async () => {
  expect(await wrapCount(house, 'passkey')).toBe(1);
  sealed = await house.reopen({ sealed: true });
  await expect(open(sealed, device.use(await askChallenge(sealed, 'sign-in')))).rejects.toMatchObject({
    code: 'opening.passkey-derives-nothing',
  });
  await expect(open(sealed, await used(sealed, randomBytes(32)))).rejects.toMatchObject(refusal);
  // The right secret, caught on the way, and an answer to a challenge that was answered before.
  const caught = await used(sealed);
  const signed = JSON.parse(caught) as { response: { signature: string } };
  signed.response.signature = `${signed.response.signature.slice(0, -4)}AAAA`;
  await expect(open(sealed, JSON.stringify(signed))).rejects.toMatchObject(refusal);
  await expect(open(sealed, caught)).rejects.toMatchObject(refusal);
  expect(sealed.vault.isSealed).toBe(true);
  expect(await open(sealed, await used(sealed))).toHaveProperty('session');
  expect(sealed.isOpen).toBe(true);
});

test('a removed passkey opens nothing any more', async () => {
  await execute(house, removePasskey, await signInAtDoor(house, who), { passkeyId });
  expect(await wrapCount(house, 'passkey')).toBe(0);
  sealed = await house.reopen({ sealed: true });
  await expect(open(sealed, await used(sealed))).rejects.toMatchObject(refusal);
});

test('of two who open, the first may come by passkey; passphrase and passkey of one person are one person', async () => {
  const third = await addTestStaff(house, centre.coordinator.actor, ['trainer']);
  await signInAtDoor(house, third);
  await proveSheetOf(house, centre.coordinator);
  const coordinator = await signInAtDoor(house, centre.coordinator);
  await execute(house, chooseOpeningOperation, coordinator, { mode: 'person', people: 2 });
  await carryOutChoice(house);
  sealed = await house.reopen();
  expect(await unlockByPassphrase(sealed, typedBy(house, who), nowhere)).toEqual({ waits: true });
  expect(await open(sealed, await used(sealed))).toEqual({ waits: true });
  expect(sealed.vault.isSealed).toBe(true);
  expect(await unlockByPassphrase(sealed, typedBy(house, third), nowhere)).toHaveProperty('session');
  expect(sealed.isOpen).toBe(true);
});
