import { signalProcess, waitForEnd } from '#platform/database/embedded-process.server.ts';
import { Problem } from '#platform/problem.ts';
import { type Command, exitCode } from './command.ts';
import { findRunningServer, processOf } from './server-record.ts';
import { readOwnConfig } from './read-own-config.ts';

/** Longer than the server gives its open requests and its databases. */
const patience = 90_000;

/** Stops the server of this data folder in order. */
export const stopCommand: Command = {
  name: 'stop',
  options: {},
  async run({ environment, terminal, t }) {
    const { dataDir } = await readOwnConfig(environment, { writes: true });
    const running = await findRunningServer(dataDir);
    if (!running) {
      terminal.print(t('stop.notRunning'));
      terminal.print(`  ${dataDir}`);
      return exitCode.done;
    }
    terminal.progress(t('start.stopping'));
    signalProcess(processOf(running), 'SIGTERM');
    if (!(await waitForEnd(processOf(running), patience))) {
      throw new Problem('server.does-not-stop', 500, { params: { pid: running.pid } });
    }
    terminal.progressDone();
    terminal.print(t('stop.done'));
    return exitCode.done;
  },
};
