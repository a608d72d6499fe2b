import { isStaff } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { whenProven } from '#platform/vault/proven-secret.server.ts';
import { makeRecoverySheet } from '#modules/setup/operations/make-recovery-sheet.server.ts';
import { confirmRecoverySheet } from '#modules/setup/operations/confirm-recovery-sheet.server.ts';
import { groupsToProve } from '#modules/setup/recovery-key.server.ts';
import { codeAt } from '#modules/staff/one-time-code.server.ts';
import { resolveActor } from '#modules/staff/session.server.ts';
import type { TestStaff } from '#modules/staff/staff.testing.ts';
import { startSession } from '#modules/staff/start-session.server.ts';
import { keepSecret } from './keep-secret.server.ts';

export const nowhere = { address: undefined, deviceToken: undefined };

/** What somebody types, with the code of a moment that was not used yet. */
export function typedBy(house: TestHouse, who: Pick<TestStaff, 'email' | 'passphrase' | 'seed'>) {
  house.clock.advance(31_000);
  return { email: who.email, passphrase: who.passphrase, code: codeAt(who.seed, house.clock.now()) };
}

/** Signs in as at the door, so that the passphrase opens the house from now on. Returns who they are now. */
export async function signInAtDoor(house: TestHouse, who: TestStaff) {
  whenProven(house, keepSecret);
  const { token } = await startSession(house, typedBy(house, who), nowhere);
  const actor = await resolveActor(house, token);
  if (!isStaff(actor)) throw new Error('the sign-in did not hold');
  return actor;
}

/** Makes a recovery sheet and proves it. Returns the recovery key as printed. */
export async function proveSheetOf(house: TestHouse, coordinator: TestStaff): Promise<string> {
  const actor = await signInAtDoor(house, coordinator);
  const { recoveryKey } = await execute(house, makeRecoverySheet, actor, {});
  const groups = recoveryKey.split('-');
  const [first, second] = groupsToProve(house.id);
  await execute(house, confirmRecoverySheet, actor, {
    first: groups[first] ?? '',
    second: groups[second] ?? '',
  });
  return recoveryKey;
}

export const wrapCount = async (house: TestHouse, kind = '%') =>
  Number(
    (await house.admin.query('select count(*) as n from serai.unlock_wrap where kind like $1', [kind]))
      .rows[0].n,
  );
