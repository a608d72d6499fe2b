import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { limitGuesses } from './guess-limit.server.ts';
import { vouchRecovery } from './operations/vouch-recovery.server.ts';
import { hashToken } from './session.server.ts';
import { signInBuckets } from './start-session.server.ts';

const guessesPerLink = 10;

/**
 * Vouches under guessing limits: those of signing in, so that this door gives no further guesses, and ten a link.
 * @throws Problem as `staff.vouch-recovery`, `too-many-requests` (429)
 */
export async function vouchLink(
  house: House,
  input: { token: string; email: string; passphrase: string; code: string },
  address: string | undefined,
) {
  const buckets = await signInBuckets(house, input.email, { address, deviceToken: undefined });
  const link = house.vault.mac('guess', `vouch/${hashToken(input.token).toString('hex')}`);
  return limitGuesses(house, [{ mac: link, limit: guessesPerLink, clears: false }, ...buckets], () =>
    execute(house, vouchRecovery, publicActor, input),
  );
}
