import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { limitGuesses } from './guess-limit.server.ts';
import { switchCentre } from './operations/switch-centre.server.ts';

const guessesAtSwitch = 5;

/**
 * Goes on in another centre. Guesses at the other account's secrets are limited per account that is guessed at.
 * @throws as `switchCentre`, Problem `too-many-requests` (429)
 */
export function switchToCentre(
  house: House,
  actor: StaffActor,
  input: { staffId?: string; centreId?: string; passphrase?: string; code?: string; keep?: boolean },
) {
  const bucket = {
    mac: house.vault.mac('guess', `switch/${input.staffId ?? `${actor.staffId}/${input.centreId}`}`),
    limit: guessesAtSwitch,
    clears: true,
  };
  return limitGuesses(house, [bucket], () => execute(house, switchCentre, actor, input));
}
