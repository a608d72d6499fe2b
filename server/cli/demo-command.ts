import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { demoAccounts } from '#app/demo/demo-accounts.ts';
import type { Config } from '#platform/config.server.ts';
import { claimOwnership } from '#platform/database/embedded-owner.server.ts';
import { Problem } from '#platform/problem.ts';
import { programDir } from '#platform/program-dir.server.ts';
import { type Call, type Command, exitCode } from './command.ts';
import { codeLines } from './demo-codes.ts';
import { type DemoAccount, findDemoState, refuseForeignFolder, writeDemoState } from './demo-state.ts';
import { ensureBuild } from './ensure-build.ts';
import { makeDemo } from './make-demo.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { findRunningServer } from './server-record.ts';
import { readOwnConfig } from './read-own-config.ts';

/** A whole invented centre to try everything in; `serai demo codes` prints the sign-in codes of this moment. */
export const demoCommand: Command = {
  name: 'demo',
  options: {},
  words: ['codes'],
  async run(call) {
    const { terminal, t, environment } = call;
    const config = await demoConfig(environment);
    if (call.word === 'codes') return printCodes(call, config);
    const running = await findRunningServer(config.dataDir);
    if (running)
      throw new Problem('server.already-running', 500, { params: { pid: running.pid, url: running.url } });
    await ensureBuild(() => terminal.progress(t('start.building')));
    const state = await refuseForeignFolder(config.dataDir);
    const accounts =
      state?.state === 'ready' ? await refresh(config, state.accounts) : await seed(call, config);
    return runUntilStopped(call, config, {
      onReady({ url }) {
        for (const line of [t('demo.running'), `  ${url}/staff/sign-in`, '', ...codeLines(call.t, accounts)])
          terminal.print(line);
      },
    });
  },
};

/** The demo has a data folder of its own beside the program, and nothing of it leaves for the outside. */
function demoConfig(environment: Record<string, string | undefined>): Promise<Config> {
  const dataDir = environment['SERAI_DATA_DIR'] || join(programDir, 'data-demo');
  return readOwnConfig(
    { ...environment, DATABASE_URL: '', KEYS_DATABASE_URL: '', SMTP_URL: '' },
    { dataDir, writes: true },
  );
}

async function seed({ terminal, t }: Call, config: Config): Promise<DemoAccount[]> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  await writeDemoState(config.dataDir, { state: 'seeding', accounts: [] });
  const ownership = await claimOwnership(join(config.dataDir, 'server.owner'), 'server');
  try {
    const tell = (done: number) => terminal.progress(t('demo.seeding', { percent: Math.floor(done * 100) }));
    tell(0);
    await makeDemo({ config, isNew: true }, tell);
    await writeDemoState(config.dataDir, { state: 'ready', accounts: [...demoAccounts] });
    return [...demoAccounts];
  } finally {
    terminal.progressDone();
    ownership.release();
  }
}

/** Another day has arrivals of its own: without them the desk of a demo from yesterday would be empty. */
async function refresh(config: Config, accounts: DemoAccount[]): Promise<DemoAccount[]> {
  const ownership = await claimOwnership(join(config.dataDir, 'server.owner'), 'server');
  try {
    await makeDemo({ config, isNew: false });
  } finally {
    ownership.release();
  }
  return accounts;
}

async function printCodes(call: Call, config: Config): Promise<number> {
  const state = await findDemoState(config.dataDir);
  if (state?.state !== 'ready') throw new Problem('demo.not-ready', 500);
  for (const line of codeLines(call.t, state.accounts)) call.terminal.print(line);
  return exitCode.done;
}
