import type { ForkOptions } from 'node:child_process';

/** How a process that holds keys is begun: nothing may make it write its memory down or open it to a debugger. */
export function closedToLookers(): Pick<ForkOptions, 'execArgv' | 'env'> {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  return {
    env,
    execArgv: [
      '--disable-sigusr1',
      '--no-report-on-signal',
      '--no-report-on-fatalerror',
      '--no-report-uncaught-exception',
    ],
  };
}
