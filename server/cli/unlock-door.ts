import { unlockByRecoveryKey } from '#modules/sealing/index.server.ts';
import type { House } from '#platform/house.server.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { type ControlSocket, openControlSocket } from './control-socket.ts';

export type UnlockDoor = ControlSocket;

/**
 * The socket on which `serai unlock` gives the printed key to the process that needs it, and to no other: the keeper, which
 * lives longer, never sees it.
 */
export function openUnlockDoor(dataDir: string, house: () => House): Promise<UnlockDoor> {
  return openControlSocket(
    dataDir,
    async ({ ask, about }) => {
      if (ask !== 'unlock') throw new Problem('input.invalid', 422);
      await unlockByRecoveryKey(house(), about?.['recoveryKey'] ?? '', undefined).catch(asTyped);
      return {};
    },
    'unlock',
  );
}

/** At the terminal nothing else was typed: the field is the whole problem. */
function asTyped(error: unknown): never {
  if (isProblem(error) && error.fields.some(({ path }) => path === 'recoveryKey'))
    throw new Problem('vault.recovery-key-wrong', 422, { cause: error });
  throw error;
}
