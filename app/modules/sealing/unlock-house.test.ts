import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import type { Problem } from '#platform/problem.ts';
import { openTestHouse, type ReopenableHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { isStaff } from '#platform/actor.ts';
import { readUnlockMode } from '#platform/vault/unlock-mode.server.ts';
import { resolveActor } from '#modules/staff/session.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { carryOutChoice } from './carry-out-choice.server.ts';
import { chooseOpeningOperation } from './operations/choose-opening.server.ts';
import { nowhere, proveSheetOf, signInAtDoor, typedBy } from './sealing.testing.ts';
import { unlockByPassphrase, unlockByRecoveryKey } from './unlock-house.server.ts';

let house: ReopenableHouse;
let centre: TestCentre;
let who: TestStaff;
let recoveryKey: string;
let sealed: TestHouse;

beforeEach(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  who = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  recoveryKey = await proveSheetOf(house, centre.coordinator);
  await signInAtDoor(house, who);
});
afterEach(async () => {
  await sealed?.close();
  await house.close();
});

async function choose(mode: 'automatic' | 'person', people: 1 | 2 = 1) {
  const actor = await signInAtDoor(house, centre.coordinator);
  await execute(house, chooseOpeningOperation, actor, { mode, people });
  await carryOutChoice(house);
}

const refusal = { code: 'session.refused', status: 401 };
const lastEvent = async (action: string) =>
  (
    await house.admin.query(
      'select actor_kind, actor_id, fields, item_ids from serai.audit_event where action = $1 order by at desc limit 1',
      [action],
    )
  ).rows[0];

test('whoever signs in first opens the house; a wrong address, passphrase or code opens nothing and sounds the same', async () => {
  await choose('person');
  expect(existsSync(house.config.keyFile)).toBe(false);
  expect(readUnlockMode(house.config.dataDir)).toEqual({ mode: 'person', people: 1 });
  sealed = await house.reopen();
  expect(sealed.vault.isSealed).toBe(true);
  const typed = typedBy(house, who);
  for (const wrong of [
    { ...typed, email: 'nobody@centre.example' },
    { ...typed, passphrase: 'another long passphrase' },
    { ...typed, code: '000000' },
  ]) {
    await expect(unlockByPassphrase(sealed, wrong, nowhere)).rejects.toMatchObject(refusal);
    expect(sealed.vault.isSealed).toBe(true);
  }
  const unlocked = await unlockByPassphrase(sealed, typed, nowhere);
  if (!('session' in unlocked)) throw new Error('nobody was signed in');
  expect(sealed.isOpen).toBe(true);
  expect(isStaff(await resolveActor(sealed, unlocked.session.token))).toBe(true);
  // Sessions from before are over.
  expect(isStaff(await resolveActor(sealed, centre.coordinator.actor.sessionToken))).toBe(false);
  expect(await lastEvent('house.open')).toMatchObject({
    actor_id: who.actor.staffId,
    fields: ['passphrase'],
  });
  await expect(unlockByPassphrase(sealed, typed, nowhere)).rejects.toMatchObject({ code: 'house.is-open' });
});

test('a closed account opens nothing, even where somebody kept its wrap from before', async () => {
  const kept = await house.admin.query('select * from serai.unlock_wrap where staff_id = $1', [
    who.actor.staffId,
  ]);
  expect(kept.rows).toHaveLength(1);
  await house.admin.query('alter table serai.staff_member disable trigger all');
  await house.admin.query("update serai.staff_member set status = 'disabled' where id = $1", [
    who.actor.staffId,
  ]);
  await house.admin.query('alter table serai.staff_member enable trigger all');
  sealed = await house.reopen({ sealed: true });
  await expect(unlockByPassphrase(sealed, typedBy(house, who), nowhere)).rejects.toMatchObject(refusal);
  expect(sealed.vault.isSealed).toBe(true);
});

test('after ten wrong guesses at one address nothing is tried, but a browser in which somebody signed in has its own count', async () => {
  const deviceToken = 'd'.repeat(43);
  await signInWithDevice(deviceToken);
  sealed = await house.reopen({ sealed: true });
  const wrong = { ...typedBy(house, who), passphrase: 'another long passphrase' };
  for (let guess = 0; guess < 10; guess += 1)
    await expect(unlockByPassphrase(sealed, wrong, nowhere)).rejects.toMatchObject(refusal);
  await expect(unlockByPassphrase(sealed, typedBy(house, who), nowhere)).rejects.toMatchObject({
    code: 'too-many-requests',
  });
  const unlocked = await unlockByPassphrase(sealed, typedBy(house, who), { ...nowhere, deviceToken });
  expect(unlocked).toHaveProperty('session');
}, 20_000);

async function signInWithDevice(deviceToken: string) {
  const { startSession } = await import('#modules/staff/start-session.server.ts');
  await startSession(house, typedBy(house, who), { ...nowhere, deviceToken });
}

test('the recovery key opens the house, signs nobody in, and every coordinator is told', async () => {
  await choose('person');
  sealed = await house.reopen();
  await expect(unlockByRecoveryKey(sealed, 'not a key at all', undefined)).rejects.toMatchObject({
    fields: [{ path: 'recoveryKey', code: 'wrong-recovery-key' }],
  });
  const other = recoveryKey.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
  await expect(unlockByRecoveryKey(sealed, other, undefined)).rejects.toMatchObject({
    fields: [{ path: 'recoveryKey', code: 'wrong-recovery-key' }],
  });
  expect(sealed.vault.isSealed).toBe(true);
  await unlockByRecoveryKey(sealed, recoveryKey.toLowerCase(), undefined);
  expect(sealed.isOpen).toBe(true);
  expect(await lastEvent('house.open')).toMatchObject({ actor_kind: 'house', fields: ['recovery-key'] });
  const { rows } = await house.admin.query('select staff_id from serai.staff_notice where kind = $1', [
    'house-opened-by-key',
  ]);
  expect(rows).toEqual([{ staff_id: centre.coordinator.actor.staffId }]);
});

test('two open it together: alone nobody, twice the same nobody, and both are in the record', async () => {
  const third = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await signInAtDoor(house, third);
  await choose('person', 2);
  sealed = await house.reopen();
  expect(await unlockByPassphrase(sealed, typedBy(house, who), nowhere)).toEqual({ waits: true });
  expect(await unlockByPassphrase(sealed, typedBy(house, who), nowhere)).toEqual({ waits: true });
  expect(sealed.vault.isSealed).toBe(true);
  await expect(
    unlockByPassphrase(sealed, { ...typedBy(house, third), code: '000000' }, nowhere),
  ).rejects.toMatchObject(refusal);
  expect(await unlockByPassphrase(sealed, typedBy(house, third), nowhere)).toHaveProperty('session');
  expect(sealed.isOpen).toBe(true);
  expect(await lastEvent('house.open')).toMatchObject({
    actor_id: third.actor.staffId,
    item_ids: [who.actor.staffId],
  });
});

test('where the first one’s code was wrong both begin again; after ten minutes nobody is remembered', async () => {
  const third = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await signInAtDoor(house, third);
  await choose('person', 2);
  sealed = await house.reopen();
  const wrongCode = { ...typedBy(house, who), code: '000000' };
  expect(await unlockByPassphrase(sealed, wrongCode, nowhere)).toEqual({ waits: true });
  await expect(unlockByPassphrase(sealed, typedBy(house, third), nowhere)).rejects.toMatchObject({
    code: 'opening.begin-again',
  });
  expect(await unlockByPassphrase(sealed, typedBy(house, third), nowhere)).toEqual({ waits: true });
  house.clock.advance(11 * 60_000);
  expect(await unlockByPassphrase(sealed, typedBy(house, who), nowhere)).toEqual({ waits: true });
  expect(sealed.vault.isSealed).toBe(true);
});

test('the code of the first one is no easier to guess by whoever is the second', async () => {
  const third = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await signInAtDoor(house, third);
  await choose('person', 2);
  sealed = await house.reopen();
  const guess = async () => {
    await unlockByPassphrase(sealed, { ...typedBy(house, who), code: '000000' }, nowhere);
    return unlockByPassphrase(sealed, typedBy(house, third), nowhere).catch((error: Problem) => error.code);
  };
  const openSessions = async () =>
    (await house.admin.query('select 1 from serai.session where ended_at is null')).rowCount;
  const before = await openSessions();
  const answers: unknown[] = [];
  for (let tries = 0; tries < 12; tries += 1) answers.push(await guess());
  expect(answers.slice(0, 10)).toEqual(Array(10).fill('opening.begin-again'));
  expect(answers.slice(10)).toEqual(Array(2).fill('too-many-requests'));
  expect(sealed.vault.isSealed).toBe(true);
  expect(await openSessions()).toBe(before);
}, 30_000);

test('back to automatic: the key file is there again and opens the same house', async () => {
  await choose('person');
  await choose('automatic');
  expect(existsSync(house.config.keyFile)).toBe(true);
  sealed = await house.reopen();
  expect(sealed.vault.isSealed).toBe(false);
  const again = await house.reopen({ sealed: true });
  await unlockByRecoveryKey(again, recoveryKey, undefined);
  expect(again.isOpen).toBe(true);
  await again.close();
});
