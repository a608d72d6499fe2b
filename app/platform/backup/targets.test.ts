import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryQueue } from './carry-queue.server.ts';
import { diskMark, folderTarget } from './folder-target.server.ts';
import { openObjectStore, testAccess, testRegion, type TestObjectStore } from './object-store.testing.ts';
import { objectTarget } from './object-target.server.ts';
import { queueFolder } from './seal-log.server.ts';
import type { Target } from './target.server.ts';

const scratch = mkdtempSync(join(tmpdir(), 'serai-targets-'));
const path = (...names: string[]) => join(scratch, ...names);
let store: TestObjectStore;
const bucket = (access = testAccess): Target => objectTarget({ url: store.url, region: testRegion }, access);
const fileOf = (name: string, bytes: Buffer | string): string => {
  writeFileSync(path(name), bytes);
  return path(name);
};

beforeAll(async () => {
  store = await openObjectStore();
});
afterAll(async () => {
  await store.close();
  rmSync(scratch, { recursive: true, force: true });
});

test('planted: a link on a stick that somebody prepared leads nothing of ours over a file of this computer', async () => {
  const stick = path('prepared');
  mkdirSync(stick);
  const precious = fileOf('precious', 'the only one');
  for (const name of ['ledger.json.new', 'ledger.json', 'records-1.bak.partial', 'records-1.bak'])
    symlinkSync(precious, join(stick, name));
  const target = folderTarget({ folder: stick });
  await target.putText('ledger.json', 'ours');
  await target.put('records-1.bak', fileOf('copy', 'a copy'));
  expect(readFileSync(precious, 'utf8')).toBe('the only one');
  expect(readFileSync(join(stick, 'ledger.json'), 'utf8')).toBe('ours');
  expect(readFileSync(join(stick, 'records-1.bak'), 'utf8')).toBe('a copy');
});

describe('a bucket', () => {
  test('that does not know the key, or that is away, says so without a word of the secret', async () => {
    const wrong = bucket({ ...testAccess, secretAccessKey: 'another' });
    const refused = await wrong.reach().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'backup.target-refused' });
    expect(store.refused).toContain('wrong-signature');
    expect(JSON.stringify(refused)).not.toContain('another');
    const away = objectTarget({ url: 'http://127.0.0.1:9/bucket', region: testRegion }, testAccess);
    await expect(away.reach()).rejects.toMatchObject({ code: 'backup.target-absent' });
  }, 30_000);

  test('takes small files whole and large ones in pieces, and gives back what it got', async () => {
    store.refused.length = 0;
    const target = bucket();
    const large = randomBytes(33 * 1024 * 1024);
    await target.put('log/a line/0001.bak', fileOf('small', 'a few words'));
    await target.put('records-1.bak', fileOf('large', large));
    expect(store.objects.get('house/records-1.bak')?.equals(large)).toBe(true);
    await target.fetch('records-1.bak', path('back'));
    expect(readFileSync(path('back')).equals(large)).toBe(true);
    expect((await target.readStart('records-1.bak', 100)).equals(large.subarray(0, 100))).toBe(true);
    expect(store.refused).toEqual([]);
  }, 60_000);

  test('is listed to its end, though it answers in pages, and without its prefix', async () => {
    const target = bucket();
    for (let number = 0; number < 8; number += 1) await target.putText(`erasures-${number}.json`, '{}');
    const names = await target.list();
    expect(names).toHaveLength(10);
    expect(names).toContain('log/a line/0001.bak');
    await target.remove('log/a line/0001.bak');
    expect(await target.list()).not.toContain('log/a line/0001.bak');
  });

  test('has not what was never put there', async () => {
    await expect(bucket().fetch('nothing.bak', path('nothing'))).rejects.toMatchObject({
      code: 'restore.nothing-found',
    });
    expect(existsSync(path('nothing'))).toBe(false);
  });
});

describe('a disk', () => {
  const disk = () =>
    folderTarget({ folder: path('mount', 'records'), disk: { markIn: path('mount'), mark: 'a mark' } });

  test('that is not plugged in is missed, and nothing is written where it would be', async () => {
    mkdirSync(path('mount'));
    await expect(disk().reach()).rejects.toMatchObject({ code: 'backup.target-absent' });
    expect(readdirSync(path('mount'))).toEqual([]);
  });

  test('that is another one is missed too', async () => {
    writeFileSync(path('mount', diskMark), 'another mark\n');
    await expect(disk().reach()).rejects.toMatchObject({ code: 'backup.target-absent' });
  });

  test('with its mark takes copies, and what was cut off goes', async () => {
    writeFileSync(path('mount', diskMark), 'a mark\n');
    mkdirSync(path('mount', 'records'));
    writeFileSync(path('mount', 'records', 'records-1.bak.partial'), 'cut off');
    await disk().reach();
    await disk().put('records-2.bak', fileOf('copy', 'words'));
    expect(readdirSync(path('mount', 'records'))).toEqual(['records-2.bak']);
  });
});

describe('what waits for a place that is away', () => {
  const name = (number: number) =>
    `log/00000000-0000-0000-0000-000000000000/00000001000000000000000${number}.bak`;
  const wait = (number: number) => {
    const file = join(queueFolder(path('data'), 'records'), name(number));
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, Buffer.alloc(1_000));
  };
  const away = folderTarget({ folder: path('away'), disk: { markIn: path('away'), mark: 'x' } });

  test('stays until every place has it, and is not sent twice', async () => {
    const here = folderTarget({ folder: path('here') });
    const known = new Map<string, Set<string>>();
    wait(1);
    await here.reach();
    const first = await carryQueue(path('data'), 'records', [here, away], known);
    expect(first).toMatchObject({ carried: 1, dropped: 0 });
    expect(first.problems.get(path('away'))).toMatchObject({ code: 'backup.target-absent' });
    wait(2);
    expect(await carryQueue(path('data'), 'records', [here, away], known)).toMatchObject({ carried: 1 });
    mkdirSync(path('away'));
    writeFileSync(path('away', diskMark), 'x');
    expect(await carryQueue(path('data'), 'records', [here, away], known)).toMatchObject({ carried: 2 });
    expect(existsSync(join(queueFolder(path('data'), 'records'), name(1)))).toBe(false);
  });

  test('does not fill the disk: the oldest goes first', async () => {
    rmSync(path('away'), { recursive: true });
    for (const number of [3, 4, 5]) wait(number);
    const { dropped } = await carryQueue(path('data'), 'records', [away], new Map(), 2_500);
    expect(dropped).toBe(1);
    expect(
      [3, 4, 5].map((number) => existsSync(join(queueFolder(path('data'), 'records'), name(number)))),
    ).toEqual([false, true, true]);
  });
});
