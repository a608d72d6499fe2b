import { existsSync, renameSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { readUnlockMode } from '#platform/vault/unlock-mode.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import { carryOutChoice } from '../carry-out-choice.server.ts';
import { viewOpening } from '../queries/view-opening.query.server.ts';
import { proveSheetOf, signInAtDoor } from '../sealing.testing.ts';
import { chooseOpeningOperation } from './choose-opening.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const person = { mode: 'person', people: 1 } as const;
const choice = async () => (await house.admin.query('select * from serai.unlock_choice')).rows;

test('who does not answer for the house neither chooses nor sees how it is opened', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(execute(house, chooseOpeningOperation, actor, person)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(read(house, viewOpening, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('a borrowed screen is not enough, nor is a house without a proven sheet or with too few people', async () => {
  const actor = await signIn(house, centre.coordinator);
  house.clock.advance(11 * 60_000);
  const stale = { ...actor, steppedUpAt: new Date(house.clock.now().getTime() - 3_600_000) };
  await expect(execute(house, chooseOpeningOperation, stale, person)).rejects.toMatchObject({
    code: 'step-up.required',
  });
  const fresh = await signIn(house, centre.coordinator);
  await expect(execute(house, chooseOpeningOperation, fresh, person)).rejects.toMatchObject({
    code: 'opening.sheet-not-proven',
  });
  await expect(
    execute(house, chooseOpeningOperation, fresh, { mode: 'automatic', people: 2 }),
  ).rejects.toMatchObject({ code: 'opening.too-few-people' });
  await expect(
    execute(house, chooseOpeningOperation, fresh, { mode: 'person', people: 7 }),
  ).rejects.toMatchObject({ code: 'input.invalid' });
  expect(await choice()).toEqual([]);
  expect(existsSync(house.config.keyFile)).toBe(true);
});

test('chosen and carried out: the word is written, the key file is gone, the record says who', async () => {
  await proveSheetOf(house, centre.coordinator);
  const actor = await signInAtDoor(house, centre.coordinator);
  await execute(house, chooseOpeningOperation, actor, person);
  // What was chosen holds from the moment it is carried out, and the page says so.
  expect(await read(house, viewOpening, actor, {})).toMatchObject({
    now: { mode: 'automatic' },
    waiting: person,
    keepers: [{ name: 'Mina Test', passphrase: true, passkeys: 0 }],
  });
  expect(await carryOutChoice(house)).toBe(true);
  expect(existsSync(house.config.keyFile)).toBe(false);
  expect(readUnlockMode(house.config.dataDir)).toEqual(person);
  expect(await read(house, viewOpening, actor, {})).toMatchObject({
    now: person,
    waiting: null,
    keyFile: null,
  });
  expect(await latestAudit(house, 'house.choose-opening')).toMatchObject({
    actor_id: actor.staffId,
    fields: ['person', 'people-1'],
  });
});

test('a choice that nobody could live with is not carried out: the key file stays until somebody can open', async () => {
  const other = await openTestHouse();
  const place = await openTestCentre(other);
  await other.admin.query('update serai.house set recovery_confirmed_at = now()');
  await other.admin.query(
    "insert into serai.unlock_choice (house_id, mode, people, chosen_at) select id, 'person', 1, now() from serai.house",
  );
  expect(await carryOutChoice(other)).toBe(false);
  expect(existsSync(other.config.keyFile)).toBe(true);
  await signInAtDoor(other, place.coordinator);
  expect(existsSync(other.config.keyFile)).toBe(false);
  await other.close();
});

test('a key file on a stick that is away is waited for: it would open the house for whoever holds it', async () => {
  const other = await openTestHouse();
  const place = await openTestCentre(other);
  await proveSheetOf(other, place.coordinator);
  const actor = await signInAtDoor(other, place.coordinator);
  renameSync(other.config.keyFile, `${other.config.keyFile}.away`);
  await execute(other, chooseOpeningOperation, actor, person);
  expect(await carryOutChoice(other)).toBe(false);
  expect(readUnlockMode(other.config.dataDir).mode).toBe('automatic');
  expect(await read(other, viewOpening, actor, {})).toMatchObject({ waiting: person });
  renameSync(`${other.config.keyFile}.away`, other.config.keyFile);
  await signInAtDoor(other, place.coordinator);
  expect(existsSync(other.config.keyFile)).toBe(false);
  expect(readUnlockMode(other.config.dataDir)).toEqual(person);
  await other.close();
});

test('in a house of several centres only whoever administers the network chooses', async () => {
  const { openSecondCentre } = await import('../../../../checks/second-centre.testing.ts');
  await openSecondCentre(house);
  const actor = await signInAtDoor(house, centre.coordinator);
  await expect(
    execute(house, chooseOpeningOperation, actor, { mode: 'automatic', people: 1 }),
  ).rejects.toMatchObject({ code: 'opening.not-yours' });
});
