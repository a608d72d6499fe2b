import { Problem } from '#platform/problem.ts';
import { callServer } from './call-server.ts';
import { type Command, exitCode } from './command.ts';
import { findRunningServer } from './server-record.ts';
import { readOwnConfig } from './read-own-config.ts';

/** Prints a fresh one-time address for a centre that is still empty and whose server runs. */
export const setupCommand: Command = {
  name: 'setup',
  options: {},
  async run({ environment, terminal, t }) {
    const running = await findRunningServer((await readOwnConfig(environment, { writes: true })).dataDir);
    if (!running) throw new Problem('server.not-running', 500);
    const call = await callServer(running);
    const { address } = await call.ask<{ address?: string }>('setup-address');
    call.end();
    if (!address) throw new Problem('setup.done', 409);
    terminal.print(t('start.empty'));
    terminal.print(`  ${address}`);
    return exitCode.done;
  },
};
