import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BackupTitle, encodeHeader, signHeader } from './backup-header.server.ts';
import { copyName, logName, storedName } from './backup-names.ts';
import { folderTarget } from './folder-target.server.ts';
import { usualKept } from './kept-copies.ts';
import { pruneTarget } from './prune-target.server.ts';

const now = new Date('2026-06-30T02:00:00Z');
const houseId = randomUUID();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serai-prune-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ago = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
const file = (number: number) => `0000000100000000${number.toString(16).toUpperCase().padStart(8, '0')}`;

function put(name: string, more: Partial<BackupTitle>): string {
  const title: BackupTitle = {
    what: 'copy',
    part: 'keys',
    name: 'x',
    line: randomUUID(),
    houseId,
    madeAt: now.toISOString(),
    release: '0.1.0',
    postgres: '18',
    architecture: 'x64',
    logs: null,
    wrappedRoot: null,
    ...more,
  };
  const header = signHeader(title, { bytes: 0, sha256: '' }, Buffer.alloc(32, 1));
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), encodeHeader(header));
  return name;
}

function copy(part: 'records' | 'keys', days: number, line: string, first: number, of = houseId): string {
  const mark = `${part}-${randomUUID()}`;
  return put(copyName(part, ago(days), mark), {
    part,
    name: mark,
    line,
    houseId: of,
    madeAt: ago(days).toISOString(),
    logs: { first: file(first), last: file(first + 1), size: 4 * 1024 ** 2 },
  });
}

const log = (part: 'records' | 'keys', days: number, line: string, number: number): string =>
  put(logName(line, file(number)), {
    what: 'log',
    part,
    name: file(number),
    line,
    madeAt: ago(days).toISOString(),
  });

const prune = (part: 'records' | 'keys') =>
  pruneTarget(folderTarget({ folder }), part, { houseId, wished: usualKept, now });
const left = () =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.bak'));

test('no copy and no log of keys is older than thirty days, not even of a line without a copy', async () => {
  const line = randomUUID();
  const old = [
    copy('keys', 31, line, 1),
    log('keys', 31, line, 3),
    log('keys', 40, randomUUID(), 9),
    copy('keys', 9, line, 10),
    log('keys', 9, line, 12),
  ];
  const young = [copy('keys', 1, line, 20), log('keys', 1, line, 21), log('keys', 0, randomUUID(), 1)];
  const daily = [2, 3, 4, 5, 6].map((days) => copy('keys', days, line, 20 - days));
  const kept = [copy('keys', 7, line, 13)];
  await prune('keys');
  expect(left().sort()).toEqual([...young, ...daily, ...kept].sort());
  expect(left()).not.toEqual(expect.arrayContaining(old));
});

test('logs stay as far back as there is a copy of every day, and stored files with them', async () => {
  const line = randomUUID();
  const stored = (days: number) =>
    put(storedName(ago(days), randomUUID()), { what: 'file', part: 'records' });
  const gone = [log('records', 20, line, 5), stored(20)];
  const kept = [
    copy('records', 20, line, 4),
    copy('records', 1, line, 30),
    log('records', 1, line, 31),
    log('records', 20, line, 29 + 1),
    stored(0),
  ];
  // One of twenty days ago is the newest of its week: it stays, and needs no log but its own.
  for (const days of [2, 3, 4, 5, 6, 7]) kept.push(copy('records', days, line, 30 - days));
  await prune('records');
  const names = left();
  for (const name of gone) expect(names).not.toContain(name);
  for (const name of kept) expect(names).toContain(name);
});

test('copies of another house and files that are no copies are left alone', async () => {
  const other = randomUUID();
  const line = randomUUID();
  const theirs = [
    copy('keys', 90, line, 1, other),
    put(logName(line, file(2)), { what: 'log', houseId: other, madeAt: ago(90).toISOString() }),
  ];
  writeFileSync(join(folder, 'notes.bak'), 'a list for the market');
  copy('keys', 0, randomUUID(), 1);
  await prune('keys');
  expect(left()).toEqual(expect.arrayContaining([...theirs, 'notes.bak']));
});
