import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
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
  /** Asks the program itself for something, where it listens for that. @throws with what it said went wrong */
  ask<Answer>(question: string): Promise<Answer>;
  /** Nobody begins it again from here on. Resolves when the program is gone. */
  halt(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface MachineOptions {
  /** The file that serves; it must begin with what `machine-app.child.server.ts` does. */
  program?: string;
  plants?: MachinePlant[];
  environment?: Record<string, string>;
}

export async function runMachine(
  dataDir: string,
  { program = 'machine-app.child.server.ts', plants = [], environment = {} }: MachineOptions = {},
): Promise<Machine> {
  const port = await freePort();
  const order: MachineOrder = { dataDir, port, plants };
  const url = `http://127.0.0.1:${port}`;
  /** Why the program ended, if it said so. */
  const said = openSync(`${dataDir}-said.log`, 'a', 0o600);
  let starts = 0;
  let halted = false;
  let child: ChildProcess;
  let ended: Promise<void>;

  function start(): void {
    starts += 1;
    const file = join(import.meta.dirname, program);
    child = spawn(process.execPath, [file, JSON.stringify(order)], {
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'ignore', said, 'ipc'],
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
      const words = readFileSync(`${dataDir}-said.log`, 'utf8').trim().split('\n').slice(-30).join(' / ');
      throw new Error(`not ready within ${patience / 1000} s, begun ${starts} times; last said: ${words}`);
    },
    ask(question) {
      return new Promise((resolve, reject) => {
        const asked = child;
        const lost = () => reject(new Error(`the program ended before it answered "${question}"`));
        asked.once('exit', lost);
        asked.once('message', (word: { answer: never } | { failed: string }) => {
          asked.off('exit', lost);
          if ('failed' in word) reject(new Error(`${question}: ${word.failed}`));
          else resolve(word.answer);
        });
        asked.send(question);
      });
    },
    async halt(signal) {
      halted = true;
      child.kill(signal);
      // What it had acknowledged must hold however it ends.
      if ((await Promise.race([ended, delay(30_000, 'late', { ref: false })])) === 'late')
        child.kill('SIGKILL');
      await ended;
      closeSync(said);
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
