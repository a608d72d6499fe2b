import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';

/** What the machine says about itself. undefined where it cannot be known. */
export interface Machine {
  nodeVersion: string;
  userId: number;
  /** Soft limit for core dumps of the server's process, in bytes as text: "0" is off. */
  coreLimit: string | undefined;
  /** Where the kernel sends core dumps: a file name, or a program behind a bar, for which limits do not count. */
  corePattern: string | undefined;
  /** Places that memory may be written to, and whether they are encrypted or in memory. */
  swaps: { name: string; safe: boolean }[];
  disk: { free: number; total: number } | undefined;
  clockSynchronised: boolean | undefined;
}

/** @param pid the running server, else this process */
export async function readMachine(dataDir: string, pid: number = process.pid): Promise<Machine> {
  return {
    nodeVersion: process.versions.node,
    userId: process.getuid?.() ?? -1,
    coreLimit: /^Max core file size\s+(\S+)/m.exec(read(`/proc/${pid}/limits`) ?? '')?.[1],
    corePattern: read('/proc/sys/kernel/core_pattern')?.trim(),
    swaps: parseSwaps(read('/proc/swaps') ?? '').map((name) => ({ name, safe: isSafeSwap(name) })),
    disk: await statfs(dataDir).then(
      ({ bavail, blocks, bsize }) => ({ free: bavail * bsize, total: blocks * bsize }),
      () => undefined,
    ),
    clockSynchronised: await isClockSynchronised(),
  };
}

export function parseSwaps(text: string): string[] {
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s+/)[0] ?? '')
    .filter(Boolean);
}

function isSafeSwap(name: string): boolean {
  const zram = /^\/dev\/(zram\d+)$/.exec(name)?.[1];
  // Compressed memory is memory, unless it lets go of pages to a disk behind it.
  if (zram !== undefined) return (read(`/sys/block/${zram}/backing_dev`)?.trim() ?? 'none') === 'none';
  // Encrypted swap is a device-mapper volume whose identity begins with CRYPT.
  const volume = /^\/dev\/(dm-\d+)$/.exec(name)?.[1] ?? mapperVolume(name);
  return volume !== undefined && (read(`/sys/block/${volume}/dm/uuid`) ?? '').startsWith('CRYPT-');
}

function mapperVolume(name: string): string | undefined {
  const wanted = /^\/dev\/mapper\/(.+)$/.exec(name)?.[1];
  if (wanted === undefined) return undefined;
  try {
    return readdirSync('/sys/block').find(
      (volume) => read(`/sys/block/${volume}/dm/name`)?.trim() === wanted,
    );
  } catch {
    return undefined;
  }
}

function isClockSynchronised(): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    execFile(
      '/usr/bin/timedatectl',
      ['show', '--property=NTPSynchronized', '--value'],
      { timeout: 3_000 },
      (error, stdout) => {
        const answer = stdout.trim();
        resolve(error || !['yes', 'no'].includes(answer) ? undefined : answer === 'yes');
      },
    );
  });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
