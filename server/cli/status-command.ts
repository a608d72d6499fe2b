import { callServer } from './call-server.ts';
import { type Command, exitCode } from './command.ts';
import { nextStart } from './next-start.ts';
import { readOwnConfig } from './read-own-config.ts';
import { findRunningServer } from './server-record.ts';

/** Does it run, and is it open? */
export const statusCommand: Command = {
  name: 'status',
  options: {},
  async run({ environment, terminal, t }) {
    const config = await readOwnConfig(environment, { writes: false });
    const running = await findRunningServer(config.dataDir);
    if (!running) {
      terminal.print(t('stop.notRunning'));
      terminal.print(`  ${config.dataDir}`);
      return exitCode.finding;
    }
    const server = await callServer(running);
    try {
      const { isOpen } = await server.ask<{ isOpen: boolean }>('lock-state');
      terminal.print(t(isOpen ? 'status.open' : 'status.sealed'));
      terminal.print(`  ${running.url}${isOpen ? '' : '/staff/unlock-house'}`);
      if (!isOpen) for (const line of nextStart(config, t)) terminal.print(line);
      return isOpen ? exitCode.done : exitCode.finding;
    } finally {
      server.end();
    }
  },
};
