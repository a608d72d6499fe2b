import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, postmasterOf } from './machine-app.server.ts';

export interface Injection {
  /** Resolves with true as soon as a call failed, with false after `patience` milliseconds without one. */
  struck(patience: number): Promise<boolean>;
  /** Lets the server go. */
  release(): Promise<void>;
}

/** @throws with what to install, or what stands in the way */
export function requireStrace(): void {
  if (spawnSync('strace', ['-V'], { stdio: 'ignore' }).status !== 0)
    throw new Error('strace is not installed: apt-get install strace');
  const tried = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true'], { encoding: 'utf8' });
  if (tried.status !== 0) throw new Error(`this machine forbids ptrace: ${tried.stderr.trim()}`);
}

/**
 * From now on the n-th call of each process of the cluster fails as a broken disk would make it fail.
 * @param call which of the two ways to bring something to the disk: the log uses fdatasync, tables and control files fsync
 */
export async function failSync(
  dataDir: string,
  cluster: Cluster,
  { call, nth, log }: { call: 'fsync' | 'fdatasync'; nth: number; log: string },
): Promise<Injection> {
  const postmaster = postmasterOf(dataDir, cluster);
  if (postmaster === undefined) throw new Error(`the server of the ${cluster} is not running`);
  const processes = [postmaster, ...childrenOf(postmaster)];
  const strace = spawn(
    'strace',
    [
      '-f',
      '-o',
      log,
      '-e',
      `trace=${call}`,
      '-e',
      `inject=${call}:error=EIO:when=${nth}`,
      ...processes.flatMap((pid) => ['-p', String(pid)]),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => strace.once('exit', () => resolve()));
  let said = '';
  strace.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  for (const end = performance.now() + 5_000; !said.includes('attached'); await delay(5)) {
    if (strace.exitCode !== null || performance.now() > end)
      throw new Error(`strace did not attach: ${said.trim()}`);
  }
  return {
    async struck(patience) {
      for (const end = performance.now() + patience; performance.now() < end; await delay(5))
        if (hasStruck(log)) return true;
      return false;
    },
    async release() {
      await letGo(strace, ended);
    },
  };
}

async function letGo(strace: ChildProcess, ended: Promise<void>): Promise<void> {
  if (strace.exitCode !== null || strace.signalCode !== null) return;
  strace.kill('SIGTERM');
  if ((await Promise.race([ended, delay(2_000, 'late')])) === 'late') strace.kill('SIGKILL');
  await ended;
}

function hasStruck(log: string): boolean {
  try {
    return statSync(log).size > 0 && readFileSync(log, 'utf8').includes('(INJECTED)');
  } catch {
    return false;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        return pid > 0 && Number(fields[1]) === parent;
      } catch {
        return false;
      }
    });
}
