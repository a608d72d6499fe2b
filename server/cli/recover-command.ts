import { Problem } from '#platform/problem.ts';
import { callServer } from './call-server.ts';
import { type Command, exitCode, textOption } from './command.ts';
import { readOwnConfig } from './read-own-config.ts';
import { findRunningServer } from './server-record.ts';

/** Gives a coordinator who lost phone and passphrase a way back, by the key on the printed sheet. */
export const recoverCommand: Command = {
  name: 'recover',
  options: { email: { type: 'string', value: 'EMAIL' } },
  async run(call) {
    const { environment, terminal, t } = call;
    const running = await findRunningServer((await readOwnConfig(environment, { writes: true })).dataDir);
    if (!running) throw new Problem('server.not-running', 500);
    const email = textOption(call, 'email') ?? (await terminal.ask(t('recover.askEmail')));
    // Typed, never an argument: the list of processes would show it.
    const recoveryKey = await terminal.ask(t('restore.askKey'), { hidden: true });
    const server = await callServer(running);
    try {
      const { address, opensAt } = await server.ask<{ address: string; opensAt: string | null }>(
        'recover-access',
        { email, recoveryKey },
      );
      terminal.print(t('recover.granted'));
      terminal.print(`  ${address}`);
      terminal.print(
        opensAt
          ? t('recover.waits', { when: `${opensAt.slice(0, 16).replace('T', ' ')} UTC` })
          : t('recover.asks'),
      );
      return exitCode.done;
    } finally {
      // A refusal hangs up too: an open call would keep the command from ending.
      server.end();
    }
  },
};
