import { Problem } from '#platform/problem.ts';
import { callServer } from './call-server.ts';
import { type Command, exitCode } from './command.ts';
import { readOwnConfig } from './read-own-config.ts';
import { findRunningServer } from './server-record.ts';

/** Opens a sealed house by the printed key, when nobody who can sign in is there. */
export const unlockCommand: Command = {
  name: 'unlock',
  options: {},
  async run({ environment, terminal, t }) {
    const { dataDir } = await readOwnConfig(environment, { writes: true });
    const running = await findRunningServer(dataDir);
    if (!running) throw new Problem('server.not-running', 500);
    const keeper = await callServer(running);
    try {
      const { isOpen } = await keeper.ask<{ isOpen: boolean }>('lock-state');
      if (isOpen) {
        terminal.print(t('unlock.isOpen'));
        return exitCode.done;
      }
      // Typed, never an argument: the list of processes would show it.
      const recoveryKey = await terminal.ask(t('restore.askKey'), { hidden: true });
      const { path } = await keeper.ask<{ path: string }>('unlock-door');
      // Straight to the process that needs it; the keeper never sees a key.
      const door = await callServer({ pid: running.pid, socket: path });
      try {
        await door.ask('unlock', { recoveryKey });
      } finally {
        door.end();
      }
      terminal.print(t('unlock.done'));
      return exitCode.done;
    } finally {
      keeper.end();
    }
  },
};
