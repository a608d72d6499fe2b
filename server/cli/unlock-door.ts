import { recoverRoot } from '#modules/setup/index.server.ts';
import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
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
      const root = recoverRoot(dataDir, about?.['recoveryKey'] ?? '');
      try {
        await house().unlock(root);
      } finally {
        root.fill(0);
      }
      return {};
    },
    'unlock',
  );
}
