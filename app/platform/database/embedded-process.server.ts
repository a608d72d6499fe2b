import { readFileSync, type Stats } from 'node:fs';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemErrorCode } from './embedded-problem.server.ts';

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
    if (systemErrorCode(error) !== 'ESRCH') throw error;
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
  const here = await stat(clusterDir).catch(() => undefined);
  if (!here) return [];
  const found: ProcessIdentity[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry) || !(await worksIn(Number(entry), clusterDir, here))) continue;
    const process = findProcess(Number(entry));
    if (process) found.push(process);
  }
  return found;
}

/** The file that the process executes; undefined when that cannot be known. */
export async function programOf(pid: number): Promise<string | undefined> {
  const program = await readlink(`/proc/${pid}/exe`).catch(() => undefined);
  return program ?? (await readArguments(pid))[0];
}

async function worksIn(pid: number, clusterDir: string, here: Stats): Promise<boolean> {
  try {
    // The link of a running program whose file was replaced by an upgrade ends in " (deleted)".
    const program = (await readlink(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
    if (basename(program) !== 'postgres') return false;
    const there = await stat(`/proc/${pid}/cwd`);
    return there.ino === here.ino && there.dev === here.dev;
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(systemErrorCode(error) ?? '')) return false;
  }
  // Root in a container may lack the power to look into another user's process. The command line is open to all,
  // so it only counts when the process belongs to the owner of the cluster.
  const owner = await stat(`/proc/${pid}`).catch(() => undefined);
  if (owner?.uid !== here.uid) return false;
  const [program = '', ...rest] = await readArguments(pid);
  return basename(program) === 'postgres' && rest[0] === '-D' && rest[1] === clusterDir;
}

async function readArguments(pid: number): Promise<string[]> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
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
