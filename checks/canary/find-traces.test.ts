import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createSearch, findTraces } from './find-traces.ts';

const texts = ['Quillhaven', 'زمردخان', 'Журавлина', 'শঙ্খমালা', '9182736455', 'Ünlüoğlu'];
const search = createSearch(texts);
const around = (bytes: Buffer, offset = 0) =>
  Buffer.concat([Buffer.alloc(7 + offset, 0x5a), bytes, Buffer.alloc(9, 0x5a)]);

test.each(texts)('%s is found in every encoding', (text) => {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const planted: Record<string, Buffer> = {
    'UTF-8': utf8,
    'UTF-16LE': utf16,
    'UTF-16BE': Buffer.from(utf16).swap16(),
    hex: Buffer.from(utf8.toString('hex')),
    'base64 at 0': Buffer.from(
      Buffer.concat([Buffer.from('abc'), utf8, Buffer.from('xyz')]).toString('base64'),
    ),
    'base64 at 1': Buffer.from(
      Buffer.concat([Buffer.from('abcd'), utf8, Buffer.from('xyz')]).toString('base64'),
    ),
    'base64 at 2': Buffer.from(
      Buffer.concat([Buffer.from('abcde'), utf8, Buffer.from('xyz')]).toString('base64'),
    ),
    percent: Buffer.from(encodeURIComponent(text)),
    decomposed: Buffer.from(text.normalize('NFD')),
    backwards: Buffer.from([...text].reverse().join('')),
    'plain hash': createHash('sha256').update(text).digest(),
  };
  for (const [how, bytes] of Object.entries(planted))
    expect([how, search(around(bytes)).length > 0]).toEqual([how, true]);
});

test('what is sealed or belongs to somebody else is not taken for a trace', () => {
  expect(search(Buffer.from('Quillhouse, زمرد, Журавль, 918273'))).toEqual([]);
});

const folder = mkdtempSync(join(tmpdir(), 'serai-traces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('files and their names are searched', () => {
  writeFileSync(join(folder, 'clean.bin'), Buffer.alloc(1_000, 1));
  writeFileSync(join(folder, 'note.bin'), around(Buffer.from('Quillhaven')));
  writeFileSync(join(folder, 'Quillhaven.txt'), '');
  const { files, traces } = findTraces(folder, search);
  expect(files).toBe(3);
  expect(new Set(traces.map(({ file }) => file))).toEqual(new Set(['note.bin', 'Quillhaven.txt']));
});
