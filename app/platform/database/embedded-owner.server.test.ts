import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimOwnership } from './embedded-owner.server.ts';
import { findProcess } from './embedded-process.server.ts';

const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
const pidNamespace = readlinkSync('/proc/self/ns/pid');
const inUse = expect.objectContaining({ code: 'database.in-use' });
const quickBeat = 20;

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serai-owner-'));
  file = join(folder, 'postgres-main.owner');
});
afterEach(() => rm(folder, { recursive: true }));

const leaveBehind = (record: object) =>
  writeFile(file, JSON.stringify({ bootId, pidNamespace, nonce: 'x', ...record }));

/** Becomes the owner for a moment; what is left in the folder afterwards. */
async function claimAndRelease(heartbeatMs?: number): Promise<string[]> {
  const ownership = await claimOwnership(file, 'main', heartbeatMs);
  expect(await readFile(file, 'utf8')).toContain(`"pid":${process.pid}`);
  ownership.release();
  return readdir(folder);
}

describe('the owner of a cluster', () => {
  it('is one at a time, also within one process', async () => {
    const first = await claimOwnership(file, 'main');
    await expect(claimOwnership(file, 'main')).rejects.toEqual(inUse);
    first.release();
    expect(await claimAndRelease()).toEqual([]);
  });

  it('is one at a time when many come at once', async () => {
    await leaveBehind({ pid: 4_194_305, startTicks: '1' });
    const claims = await Promise.allSettled(Array.from({ length: 8 }, () => claimOwnership(file, 'main')));
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const claim of claims) if (claim.status === 'fulfilled') claim.value.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('can be inherited when an heir died while inheriting', async () => {
    await leaveBehind({ pid: 4_194_305, startTicks: '1' });
    await writeFile(`${file}.heir`, await readFile(file));
    expect(await claimAndRelease()).toEqual([]);
  });

  it('still lives in another container while it touches the file', async () => {
    await leaveBehind({ pid: 1, startTicks: '1', pidNamespace: 'pid:[1]' });
    const beat = setInterval(() => void utimes(file, new Date(), new Date()), quickBeat / 2);
    await expect(claimOwnership(file, 'main', quickBeat)).rejects.toEqual(inUse);
    clearInterval(beat);
  });

  it('has died in another container when the file stays untouched', async () => {
    await leaveBehind({ pid: 1, startTicks: '1', pidNamespace: 'pid:[1]' });
    expect(await claimAndRelease(quickBeat)).toEqual([]);
  });

  it('has died when its number belongs to a younger process', async () => {
    const self = findProcess(process.pid);
    await leaveBehind({ pid: process.pid, startTicks: String(Number(self?.startTicks) - 1) });
    expect(await claimAndRelease()).toEqual([]);
  });

  it('has died with the machine, whatever has its number now', async () => {
    await leaveBehind({ ...findProcess(process.pid), bootId: 'an earlier boot' });
    await utimes(file, 0, 0);
    expect(await claimAndRelease()).toEqual([]);
  });

  it('left nothing behind when a power loss cut the file short', async () => {
    await writeFile(file, '{"pid": 1');
    expect(await claimAndRelease()).toEqual([]);
  });

  it('does not take away what another owner wrote after it', async () => {
    const first = await claimOwnership(file, 'main');
    await leaveBehind({ pid: 1, startTicks: '1' });
    first.release();
    expect(await readFile(file, 'utf8')).toContain('"pid":1');
  });
});

it('does not take an ended process that nobody has collected for a running one', () => {
  const script = 'sleep 0 & echo $!; exec sleep 0.2';
  const pid = Number(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trim());
  expect(findProcess(pid)).toBeUndefined();
});
