import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { Problem } from '#platform/problem.ts';
import { type GuessBucket, limitGuesses } from './guess-limit.server.ts';
import { beginSessionWithProvider } from './operations/begin-session-with-provider.server.ts';
import { askProvider } from './prove-at-provider.server.ts';
import { type AttemptKeys, findAttempt } from './provider-attempt.server.ts';
import type { SignInOrigin } from './start-session.server.ts';

const guessesPerSubject = 5;
const guessesPerAddress = 30;

/**
 * Signs in with the provider's answer and the house's own code. Codes are guessed at only by whoever can sign in there
 * as that person, five times in a quarter of an hour; strangers do not reach the count of anybody.
 * @throws Problem `session.refused` (401), `too-many-requests` (429), `provider.unreachable` (503)
 */
export async function startProviderSession(
  house: House,
  keys: AttemptKeys,
  given: { answer: string; back: string; code: string },
  { address, deviceToken, device }: SignInOrigin,
) {
  const day = house.clock.now().toISOString().slice(0, 10);
  const perAddress: GuessBucket[] =
    address === undefined
      ? []
      : [
          {
            mac: house.vault.mac('guess', `provider-address/${day}/${address}`),
            limit: guessesPerAddress,
            clears: false,
          },
        ];
  return limitGuesses(house, perAddress, async () => {
    await askProvider(house, keys, given);
    const attempt = await findAttempt(house, keys);
    const subject = attempt?.subject_mac;
    if (!subject) throw new Problem('session.refused', 401);
    const mac = house.vault.mac('guess', `provider/${subject.toString('hex')}`);
    return limitGuesses(house, [{ mac, limit: guessesPerSubject, clears: true }], () =>
      execute(house, beginSessionWithProvider, publicActor, {
        ...keys,
        code: given.code,
        ...(deviceToken && { deviceToken }),
        ...(device && { device }),
      }),
    );
  });
}
