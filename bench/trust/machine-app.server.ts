import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../bench-start.server.ts';
import type { MachineOrder } from './machine-app.child.server.ts';
import type { MachinePlant } from './machine-plants.server.ts';

export type Cluster = 'main' | 'keys';

/** A serving centre that is begun again as soon as it is gone, as a service manager would do it. */
export interface Machine {
  url: string;
  /** Processes of the program that serve now; undefined between two. */
  readonly pid: number | undefined;
  /** How often the program was begun. */
  readonly starts: number;
  /** kill -9 of the program. */
  killApp(): void;
  /** kill -9 of a database server's first process. */
  killDatabase(cluster: Cluster): void;
  /** Resolves when `/readyz` answers 200. @throws after `patience` milliseconds */
  untilReady(patience: number): Promise<void>;
  /** Nobody begins it again from here on. Resolves when the program is gone. */
  halt(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface MachineOptions {
  plants?: MachinePlant[];
  environment?: Record<string, string>;
}

export async function runMachine(
  dataDir: string,
  { plants = [], environment = {} }: MachineOptions = {},
): Promise<Machine> {
  const port = await freePort();
  const order: MachineOrder = { dataDir, port, plants };
  const url = `http://127.0.0.1:${port}`;
  let starts = 0;
  let halted = false;
  let child: ChildProcess;
  let ended: Promise<void>;

  function start(): void {
    starts += 1;
    const file = join(import.meta.dirname, 'machine-app.child.server.ts');
    child = spawn(process.execPath, [file, JSON.stringify(order)], {
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'ignore', process.env['SERAI_LOG'] ? 'inherit' : 'ignore'],
    });
    ended = new Promise((resolve) => child.once('exit', () => resolve()));
    void ended.then(() => delay(50)).then(() => halted || start());
  }

  start();
  return {
    url,
    get pid() {
      return child.pid;
    },
    get starts() {
      return starts;
    },
    killApp: () => void child.kill('SIGKILL'),
    killDatabase: (cluster) => killQuietly(postmasterOf(dataDir, cluster)),
    async untilReady(patience) {
      for (const end = performance.now() + patience; performance.now() < end; await delay(25)) {
        const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
          () => undefined,
        );
        await answer?.arrayBuffer().catch(() => undefined);
        if (answer?.ok) return;
      }
      throw new Error(`not ready within ${patience / 1000} s`);
    },
    async halt(signal) {
      halted = true;
      child.kill(signal);
      await ended;
    },
  };
}

/** The number of a database server's first process; undefined when none stands in its folder. */
export function postmasterOf(dataDir: string, cluster: Cluster): number | undefined {
  try {
    const [first] = readFileSync(join(dataDir, `postgres-${cluster}`, 'postmaster.pid'), 'utf8').split('\n');
    return Number(first) || undefined;
  } catch {
    return undefined;
  }
}

function killQuietly(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
