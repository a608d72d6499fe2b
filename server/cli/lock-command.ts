import { Problem } from '#platform/problem.ts';
import { callServer } from './call-server.ts';
import { type Command, exitCode } from './command.ts';
import { nextStart } from './next-start.ts';
import { readOwnConfig } from './read-own-config.ts';
import { findRunningServer } from './server-record.ts';

/** Locks the house now: what serves is killed with all it knows, and a sealed one takes its place. */
export const lockCommand: Command = {
  name: 'lock',
  options: {},
  async run({ environment, terminal, t }) {
    const config = await readOwnConfig(environment, { writes: true });
    const running = await findRunningServer(config.dataDir);
    if (!running) throw new Problem('server.not-running', 500);
    const server = await callServer(running);
    try {
      await server.ask('lock');
    } finally {
      server.end();
    }
    terminal.print(t('lock.done'));
    terminal.print(`  ${running.url}/staff/unlock-house`);
    for (const line of nextStart(config, t)) terminal.print(line);
    return exitCode.done;
  },
};
