import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A process that cannot be mistaken for another one: a number alone is handed out again after its process ended,
 * number and start time together are not, until the machine boots again. `startTicks` are clock ticks since boot.
 */
export interface ProcessIdentity {
  pid: number;
  startTicks: string;
}

/** The process that holds this number now; undefined when none runs (a zombie counts as ended). */
export function findProcess(pid: number): ProcessIdentity | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the program's name in brackets and may hold blanks and brackets itself.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const startTicks = fields[19];
  if (startTicks === undefined || state === 'Z' || state === 'X') return undefined;
  return { pid, startTicks };
}

export function isRunning(process: ProcessIdentity): boolean {
  return findProcess(process.pid)?.startTicks === process.startTicks;
}

/** Sends the signal unless the process is gone; never reaches a stranger that was given the same number. */
export function signalProcess(target: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(target)) return;
  try {
    process.kill(target.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until the process has ended; false when it still runs after `milliseconds`. */
export async function waitForEnd(target: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isRunning(target)) {
    if (Date.now() >= deadline) return false;
    await sleep(15);
  }
  return true;
}

/**
 * Every PostgreSQL process that works in this cluster directory. The working directory decides, since the server
 * and all its workers change into it: the number in postmaster.pid may be stale, or belong to a stranger by now.
 */
export async function listClusterProcesses(clusterDir: string): Promise<ProcessIdentity[]> {
  const found: ProcessIdentity[] = [];
  const here = await stat(clusterDir).catch(() => undefined);
  if (!here) return found;
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      if (!isPostgres(await readlink(`/proc/${entry}/exe`))) continue;
      const there = await stat(`/proc/${entry}/cwd`);
      if (there.ino !== here.ino || there.dev !== here.dev) continue;
    } catch {
      continue; // ended meanwhile, or another user's process, which cannot be in our 0700 directory
    }
    const process = findProcess(Number(entry));
    if (process) found.push(process);
  }
  return found;
}

// The link of a running program whose file was replaced by an upgrade ends in " (deleted)".
function isPostgres(executable: string): boolean {
  return basename(executable.replace(/ \(deleted\)$/, '')) === 'postgres';
}

/** The lines of postmaster.pid that matter here; `status` is starting, ready, standby or stopping. */
export interface PostmasterFile {
  pid: number;
  socketDir: string;
  status: string;
}

export async function findPostmasterFile(clusterDir: string): Promise<PostmasterFile | undefined> {
  let lines: string[];
  try {
    lines = (await readFile(join(clusterDir, 'postmaster.pid'), 'utf8')).split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, socketDir: (lines[4] ?? '').trim(), status: (lines[7] ?? '').trim() };
}
