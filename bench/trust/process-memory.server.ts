import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs';

/** A process of this machine that belongs to a house. */
export interface HouseProcess {
  pid: number;
  /** As it was called, for the report. */
  name: string;
}

const numbers = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

const parentOf = (pid: number): number =>
  Number(/^PPid:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0);

/** The processes begun by one of these, and theirs, and whatever else works in the folder (a database is its own parent). */
export function processesOf(roots: readonly number[], folder: string): HouseProcess[] {
  const all = numbers();
  const found = new Set(roots);
  for (const pid of all) {
    const works = [textOf(`/proc/${pid}/cmdline`), linkOf(`/proc/${pid}/cwd`)];
    if (pid !== process.pid && works.some((text) => text.includes(folder))) found.add(pid);
  }
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const pid of all) if (found.has(parentOf(pid))) found.add(pid);
  }
  return [...found]
    .filter((pid) => pid !== process.pid && textOf(`/proc/${pid}/maps`) !== '')
    .map((pid) => ({
      pid,
      name: textOf(`/proc/${pid}/cmdline`).split('\u0000').join(' ').trim(),
    }));
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

const piece = 8 * 1024 * 1024;
/** Longer than anything that is looked for, so that nothing hides at a seam. */
const overlap = 4_096;

/**
 * Everything that a process has in memory and may write to, piece by piece; what several share comes once, with the first
 * who has it. @throws when the memory may not be read
 */
export function* readMemory({ pid }: HouseProcess, seen: Set<string>): Generator<Buffer> {
  const handle = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of textOf(`/proc/${pid}/maps`).trimEnd().split('\n')) {
      const [range = '', rights = '', offset = '', device = '', inode = ''] = line.split(/\s+/);
      if (!rights.startsWith('rw') || line.includes('[vvar')) continue;
      const shared = rights[3] === 's' ? `${device} ${inode} ${offset}` : undefined;
      if (shared !== undefined && seen.has(shared)) continue;
      if (shared !== undefined) seen.add(shared);
      const [from = 0n, to = 0n] = range.split('-').map((text) => BigInt(`0x${text}`));
      for (let at = from; at < to; at += BigInt(piece - overlap)) {
        const bytes = Buffer.alloc(Number(to - at > BigInt(piece) ? BigInt(piece) : to - at));
        const read = readSome(handle, bytes, at);
        if (read > 0) yield bytes.subarray(0, read);
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** Pages that are not there any more are passed over. */
function readSome(handle: number, bytes: Buffer, at: bigint): number {
  try {
    return readSync(handle, bytes, 0, bytes.length, at);
  } catch {
    return 0;
  }
}
