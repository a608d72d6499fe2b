import type { Config } from '#platform/config.server.ts';
import type { Call } from './command.ts';
import { exitCode } from './command.ts';
import { startDoctorRounds } from './doctor-rounds.ts';
import { openLog } from './open-log.ts';
import { type ServedCentre, serveCentre } from './serve-centre.ts';

interface RunOptions {
  tls?: { key: string; cert: string };
  /** Prints where the centre can be reached. */
  onReady(served: ServedCentre): Promise<void> | void;
  onStop?(): Promise<void> | void;
}

/** Serves until SIGTERM or SIGINT; a second one ends at once. Resolves with the exit code. */
export async function runUntilStopped(call: Call, config: Config, options: RunOptions): Promise<number> {
  const { terminal, t } = call;
  const { log, file } = openLog(config);
  const stopped = waitForSignal(() => terminal.warn(t('start.forced')));
  // An error that nobody caught leaves unknown state behind: end in order, and let the next start begin afresh.
  // Its message is kept out of the log, because PostgreSQL quotes values in messages.
  const crash = (error: unknown) => {
    log.error('process.crashed', error);
    stopped.now(exitCode.failed);
  };
  process.on('uncaughtException', crash).on('unhandledRejection', crash);
  terminal.progress(t('start.opening'));
  let served: ServedCentre | undefined;
  let endRounds: (() => Promise<void>) | undefined;
  try {
    served = await serveCentre(config, { log, ...(options.tls && { tls: options.tls }) });
    endRounds = startDoctorRounds({ config, log, url: served.url });
    terminal.progressDone();
    await options.onReady(served);
    const isSealed = await served.isSealed();
    if (isSealed)
      for (const line of ['', t('start.sealed'), `  ${served.url}/staff/unlock-house`]) terminal.print(line);
    const address = isSealed ? undefined : await served.setupAddress();
    if (address) for (const line of ['', t('start.empty'), `  ${address}`]) terminal.print(line);
    if (file) for (const line of ['', t('start.log'), `  ${file}`]) terminal.print(line);
    if (process.stdout.isTTY) for (const line of ['', t('start.howToStop')]) terminal.print(line);
    const code = await stopped.happened;
    terminal.progress(t('start.stopping'));
    return code;
  } finally {
    await endRounds?.();
    await options.onStop?.();
    await served?.stop();
    terminal.progressDone();
    process.off('uncaughtException', crash).off('unhandledRejection', crash);
    stopped.forget();
  }
}

function waitForSignal(onSecond: () => void) {
  let settle: (code: number) => void = () => {};
  let asked = false;
  const happened = new Promise<number>((resolve) => (settle = resolve));
  const onSignal = () => {
    if (asked) {
      onSecond();
      // The databases are told to stop on the way out, without waiting for them.
      process.exit(exitCode.interrupted);
    }
    asked = true;
    settle(exitCode.done);
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    happened,
    now: settle,
    forget: () => void process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  };
}
