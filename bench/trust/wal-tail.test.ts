import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseLsn, segmentName, zeroWalFrom } from './wal-tail.server.ts';

const segmentSize = 4 * 1024 * 1024;
const cluster = mkdtempSync(join(tmpdir(), 'serai-wal-'));
afterAll(() => rmSync(cluster, { recursive: true, force: true }));

test('a place in the log is found in the segment that PostgreSQL would name', () => {
  expect(segmentName(1, parseLsn('0/16B3748'), 16 * 1024 ** 2)).toBe('000000010000000000000001');
  expect(segmentName(1, parseLsn('0/F905B8'), segmentSize)).toBe('000000010000000000000003');
  expect(segmentName(1, parseLsn('1/FF000000'), 16 * 1024 ** 2)).toBe('0000000100000001000000FF');
  expect(segmentName(2, parseLsn('2/0'), segmentSize)).toBe('000000020000000200000000');
});

test('all that lies behind the place becomes zeros, what lies before it stays, and nothing else is touched', () => {
  const folder = join(cluster, 'pg_wal');
  mkdirSync(join(folder, 'archive_status'), { recursive: true });
  const full = Buffer.alloc(segmentSize, 7);
  for (const name of [
    '000000010000000000000001',
    '000000010000000000000002',
    '000000010000000000000003',
    'notes',
  ])
    writeFileSync(join(folder, name), full);
  zeroWalFrom(cluster, { timeline: 1, place: 2 * segmentSize + 100, segmentSize });
  const read = (name: string) => readFileSync(join(folder, name));
  expect(read('000000010000000000000001').equals(full)).toBe(true);
  expect(read('notes').equals(full)).toBe(true);
  const cut = read('000000010000000000000002');
  expect(cut.subarray(0, 100).equals(full.subarray(0, 100))).toBe(true);
  expect(cut.subarray(100).every((byte) => byte === 0)).toBe(true);
  expect(read('000000010000000000000003').every((byte) => byte === 0)).toBe(true);
});
