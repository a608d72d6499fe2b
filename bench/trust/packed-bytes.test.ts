import { readFileSync } from 'node:fs';
import { deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { findPacked } from './packed-bytes.ts';

const secret = 'Quillharbour moonbridge ';
const text = Buffer.from(secret.repeat(40));
const noise = Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 256));
const within = (packed: Buffer) => [...findPacked(Buffer.concat([noise, packed, noise]))];
const finds = (packed: Buffer, how: string) =>
  within(packed).some((found) => found.how === how && found.bytes.includes(secret));

test('nothing is found in noise that says what it does not', () => {
  expect(within(Buffer.alloc(10)).filter(({ bytes }) => bytes.includes(secret))).toEqual([]);
});

test('a stream of gzip, zlib or zstd, also when its end is missing', () => {
  expect(finds(gzipSync(text), 'gzip')).toBe(true);
  expect(finds(deflateSync(text), 'zlib')).toBe(true);
  expect(finds(deflateSync(text, { level: 1 }), 'zlib')).toBe(true);
  expect(finds(zstdCompressSync(text), 'zstd')).toBe(true);
  const all = gzipSync(Buffer.concat([text, noise]));
  expect([...findPacked(all.subarray(0, all.length - 40))].some(({ bytes }) => bytes.includes(secret))).toBe(
    true,
  );
});

test('a file within a zip', () => {
  const name = Buffer.from('a.txt');
  const head = Buffer.alloc(30);
  head.write('PK\u0003\u0004', 'latin1');
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(name.length, 26);
  expect(finds(Buffer.concat([head, name, deflateRawSync(text)]), 'zip')).toBe(true);
});

test('a frame of lz4', () => {
  // Letters, then a look back over them as far as they go.
  const letters = Buffer.from(secret);
  const block = Buffer.concat([
    Buffer.from([0xff, letters.length - 15]),
    letters,
    Buffer.from([letters.length, 0, 200]),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(block.length);
  const frame = Buffer.concat([
    Buffer.from([4, 0x22, 0x4d, 0x18, 0x60, 0x40, 0]),
    size,
    block,
    Buffer.alloc(4),
  ]);
  expect(finds(frame, 'lz4')).toBe(true);
});

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house?.close());

test('a value that PostgreSQL packed in its row', async () => {
  await house.admin.query('create table public.packed_try (t text compression pglz)');
  await house.admin.query('insert into public.packed_try values ($1)', [text.toString().repeat(4)]);
  const { rows } = await house.admin.query<{ how: string; file: string }>(
    `select pg_column_compression(t) as how,
       current_setting('data_directory') || '/' || pg_relation_filepath('public.packed_try') as file
     from public.packed_try`,
  );
  expect(rows[0]?.how).toBe('pglz');
  await house.admin.query('checkpoint');
  const found = [...findPacked(readFileSync(String(rows[0]?.file)))];
  expect(found.some(({ how, bytes }) => how === 'pglz' && bytes.includes(secret))).toBe(true);
});
