import { setTimeout as wait } from 'node:timers/promises';
import { houseActor, isStaff } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { isProblem } from '#platform/problem.ts';
import { requestPanicLock } from '#platform/vault/panic-lock.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { lockHouse } from './operations/lock-house.server.ts';

/** Milliseconds for which the record is waited for: whoever breaks in does not wait for a disk. */
const longestRecord = 600;
/** Milliseconds for the answer to leave before the process is gone. */
const forAnswer = 60;

/**
 * Locks everything: the record first, then the process with all keys. A database that hangs, or a disk that is full, does not
 * keep the house open; then the log alone says what happened.
 * @throws Problem `forbidden` for whoever is not signed in
 */
export async function panicLock(web: Web): Promise<void> {
  const { house, actor } = web;
  if (!isStaff(actor)) return;
  // A locked screen has no roles, and its owner may still see the door come down.
  const record = actor.locked
    ? execute(house, lockHouse, houseActor, { staffId: actor.staffId })
    : execute(house, lockHouse, actor, {});
  const written = await Promise.race([
    record.then(() => true, locksAnyway(house)),
    wait(longestRecord).then(() => false),
  ]);
  if (!written) house.log.info('house.locked-before-record');
  const timer = setTimeout(() => {
    try {
      requestPanicLock(house);
    } catch (error) {
      house.log.error('house.lock-failed', error);
    }
  }, forAnswer);
  house.onClose(() => clearTimeout(timer));
}

/** Only somebody who may not is held back. Whatever else goes wrong with the record goes wrong behind a closed door. */
const locksAnyway = (house: House) => (error: unknown) => {
  if (isProblem(error) && (error.status === 401 || error.status === 403)) throw error;
  house.log.error('house.lock-not-recorded', error);
  return false;
};
