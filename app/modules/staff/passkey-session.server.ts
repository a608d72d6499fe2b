import type { StaffActor } from '#platform/actor.ts';
import { houseActor, publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { fieldProblem, isProblem, Problem } from '#platform/problem.ts';
import { beginSessionWithPasskey } from './operations/begin-session-with-passkey.server.ts';
import { stepUpSessionWithPasskey } from './operations/step-up-session-with-passkey.server.ts';
import { suspectPasskey } from './operations/suspect-passkey.server.ts';
import { unlockSessionWithPasskey } from './operations/unlock-session-with-passkey.server.ts';
import { challengeOf, type PasskeyProof, readUsedPasskey } from './passkey-answer.server.ts';
import { burnChallenge } from './passkey-challenge.server.ts';
import { tellProvenPasskey } from './secret-proven.server.ts';
import { findSessionActor, type SessionBrowser } from './session.server.ts';

/**
 * Signs in by a passkey alone.
 * @throws Problem `session.refused` (401), whatever was wrong
 */
export async function startPasskeySession(
  house: House,
  proof: PasskeyProof,
  { token, device }: SessionBrowser,
) {
  const input = { ...proof, ...(token && { deviceToken: token }), ...(device && { device }) };
  const begin = () => execute(house, beginSessionWithPasskey, publicActor, input);
  const session = await used(house, proof, begin, refusedSignIn);
  await tellProvenPasskey(house, session.staffId, proof.passkey);
  return session;
}

/**
 * Proves the second factor anew by a passkey. Returns the actor as who they are from now on.
 * @throws `field.wrong-passkey` on `passkey`
 */
export async function stepUpByPasskey(
  house: House,
  actor: StaffActor,
  proof: PasskeyProof,
): Promise<StaffActor> {
  const { steppedUpAt } = await used(
    house,
    proof,
    () => execute(house, stepUpSessionWithPasskey, actor, proof),
    wrongPasskey,
  );
  await tellProvenPasskey(house, actor.staffId, proof.passkey);
  return { ...actor, steppedUpAt: new Date(steppedUpAt) };
}

/**
 * Unlocks a locked screen by a passkey.
 * @returns false when the session has ended meanwhile: sign in anew
 * @throws `field.wrong-passkey` on `passkey`
 */
export async function unlockByPasskey(
  house: House,
  sessionToken: string | undefined,
  proof: PasskeyProof,
): Promise<boolean> {
  const actor = await findSessionActor(house, sessionToken);
  if (!actor) return false;
  if (!actor.locked) return true;
  await used(house, proof, () => execute(house, unlockSessionWithPasskey, actor, proof), wrongPasskey);
  await tellProvenPasskey(house, actor.staffId, proof.passkey);
  return true;
}

const refusedSignIn = () => new Problem('session.refused', 401);
const wrongPasskey = () => fieldProblem('passkey', 'wrong-passkey');

/** After a refusal the challenge counts no more, and a key that may have been copied opens nothing any more. */
async function used<Result>(
  house: House,
  proof: PasskeyProof,
  attempt: () => Promise<Result>,
  refusal: () => Problem,
): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    const answer = readUsedPasskey(proof.passkey);
    const challenge = answer && challengeOf(answer);
    if (challenge !== undefined) await burnChallenge(house, challenge);
    if (!isProblem(error) || error.code !== 'passkey.copied') throw error;
    await execute(house, suspectPasskey, houseActor, { passkeyId: error.params['passkeyId'] });
    throw refusal();
  }
}
