import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { isProblem } from '#platform/problem.ts';
import { tellProven } from '#platform/vault/proven-secret.server.ts';
import { type GuessBucket, limitGuesses } from './guess-limit.server.ts';
import { endSession } from './operations/end-session.server.ts';
import { stepUpSession } from './operations/step-up-session.server.ts';
import { unlockSession } from './operations/unlock-session.server.ts';
import { unlockSessionWithPin } from './operations/unlock-session-with-pin.server.ts';
import { findSessionActor } from './session.server.ts';
import { countPinTry, returnPinTry } from './staff-pin.server.ts';

const guessesAtScreen = 5;

const bucketOf = (house: House, what: string, actor: StaffActor): GuessBucket => ({
  mac: house.vault.mac('guess', `${what}/${actor.staffId}`),
  limit: guessesAtScreen,
  clears: true,
});

/**
 * Unlocks a locked screen. Somebody who guesses at it is signed out after five wrong passphrases.
 * @returns false when the session has ended meanwhile: sign in anew
 * @throws `field.wrong-passphrase`, Problem `too-many-requests`
 */
export async function unlockScreen(
  house: House,
  token: string | undefined,
  passphrase: string,
): Promise<boolean> {
  const actor = await findSessionActor(house, token);
  if (!actor) return false;
  if (!actor.locked) return true;
  try {
    await limitGuesses(house, [bucketOf(house, 'unlock', actor)], () =>
      execute(house, unlockSession, actor, { passphrase }),
    );
    await tellProven(house, { staffId: actor.staffId, passphrase });
    return true;
  } catch (error) {
    if (isProblem(error) && error.code === 'too-many-requests') await execute(house, endSession, actor, {});
    throw error;
  }
}

/**
 * Unlocks a locked screen by the PIN, in the browser in which the session began.
 * @returns false when the session has ended meanwhile: sign in anew
 * @throws `field.wrong-pin` on `pin`; Problem `session.pin-void` after five wrong ones, until the passphrase was typed
 */
export async function unlockByPin(
  house: House,
  token: string | undefined,
  { pin, deviceToken }: { pin: string; deviceToken: string },
): Promise<boolean> {
  const actor = await findSessionActor(house, token);
  if (!actor) return false;
  if (!actor.locked) return true;
  await countPinTry(house, actor.staffId);
  try {
    await execute(house, unlockSessionWithPin, actor, { pin, deviceToken });
    return true;
  } catch (error) {
    const wrong = isProblem(error) && error.fields.some(({ code }) => code === 'wrong-pin');
    if (!wrong) await returnPinTry(house, actor.staffId);
    throw error;
  }
}

/** Signs out, from a locked screen too. An unknown or ended session is signed out already. */
export async function signOut(house: House, token: string | undefined): Promise<void> {
  const actor = await findSessionActor(house, token);
  if (actor) await execute(house, endSession, actor, {});
}

/**
 * Proves the second factor anew. Returns the actor as who they are from now on.
 * @throws `field.wrong-code`, Problem `too-many-requests`
 */
export async function stepUp(house: House, actor: StaffActor, code: string): Promise<StaffActor> {
  const { steppedUpAt } = await limitGuesses(house, [bucketOf(house, 'step-up', actor)], () =>
    execute(house, stepUpSession, actor, { code }),
  );
  return { ...actor, steppedUpAt: new Date(steppedUpAt) };
}
