import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { programDir } from '#platform/house.server.ts';

/** `serai start` as a service manager would run it: started again as soon as it is gone, until it is told to end. */
export interface SupervisedApp {
  url: string;
  /** How often it was started. */
  readonly starts: number;
  /** kill -9 of the program. */
  killApp(): void;
  /** kill -9 of a database server's first process. */
  killDatabase(name: 'main' | 'keys', folder?: string): void;
  isReady(): Promise<boolean>;
  /** Milliseconds until `/readyz` answers 200. @throws after `patience` milliseconds */
  untilReady(patience: number): Promise<number>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

export function superviseApp(dataDir: string, keyFile: string, port: number): SupervisedApp {
  const url = `http://127.0.0.1:${port}`;
  let starts = 0;
  let stopping = false;
  let child: ChildProcess;
  let ended: Promise<void>;

  function start(): void {
    starts += 1;
    child = spawn(join(programDir, 'bin/serai'), ['start'], {
      env: {
        ...process.env,
        SERAI_DATA_DIR: dataDir,
        SERAI_KEY_FILE: keyFile,
        HOST: '127.0.0.1',
        PORT: String(port),
        SERAI_LOG: process.env['SERAI_LOG'] ?? 'silent',
      },
      stdio: ['ignore', 'ignore', process.env['SERAI_LOG'] ? 'inherit' : 'ignore'],
    });
    ended = new Promise((resolve) => child.once('exit', () => resolve()));
    void startAgain(ended);
  }

  async function startAgain(gone: Promise<void>): Promise<void> {
    await gone;
    if (!stopping) await delay(200);
    if (!stopping) start();
  }

  async function isReady(): Promise<boolean> {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) }).catch(
      () => undefined,
    );
    return answer?.ok === true;
  }

  start();
  return {
    url,
    get starts() {
      return starts;
    },
    killApp: () => void child.kill('SIGKILL'),
    killDatabase(name, folder = join(dataDir, `postgres-${name}`)) {
      const [first] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(first), 'SIGKILL');
    },
    isReady,
    async untilReady(patience) {
      const began = performance.now();
      while (performance.now() - began < patience) {
        if (await isReady()) return performance.now() - began;
        await delay(50);
      }
      throw new Error(`not ready within ${patience / 1000} s`);
    },
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      await ended;
    },
  };
}
