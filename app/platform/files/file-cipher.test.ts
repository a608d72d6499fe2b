import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type FileName, openFile, sealFile } from './file-cipher.server.ts';

const key = randomBytes(32);
const name: FileName = { id: 'a', kind: 'pdf' };
const head = 24;
const piece = 64 * 1024 + 16;

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** As a disk hands it out: in parts that have nothing to do with the pieces. */
async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const sealed = (content: Buffer, as = name) => gather(sealFile(key, as, [content]));
const opened = (bytes: Buffer, as = name, by = key) => gather(openFile(by, as, inParts(bytes, 10_000)));

const content = randomBytes(3 * 64 * 1024 + 1_000);
const pieceAt = (bytes: Buffer, number: number) =>
  bytes.subarray(head + number * piece, head + (number + 1) * piece);

describe('a sealed file is refused', () => {
  test.each([
    ['cut inside a piece', (bytes: Buffer) => bytes.subarray(0, head + piece + 100)],
    ['cut between two pieces', (bytes: Buffer) => bytes.subarray(0, head + 2 * piece)],
    ['cut before its last piece', (bytes: Buffer) => bytes.subarray(0, head + 3 * piece)],
    ['cut to its head', (bytes: Buffer) => bytes.subarray(0, head)],
    ['cut inside its head', (bytes: Buffer) => bytes.subarray(0, 9)],
    ['empty', () => Buffer.alloc(0)],
    ['longer than it was', (bytes: Buffer) => Buffer.concat([bytes, randomBytes(20)])],
    [
      'with its last piece twice',
      (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(head + 3 * piece)]),
    ],
    [
      'with two pieces exchanged',
      (bytes: Buffer) =>
        Buffer.concat([
          bytes.subarray(0, head),
          pieceAt(bytes, 1),
          pieceAt(bytes, 0),
          bytes.subarray(head + 2 * piece),
        ]),
    ],
    [
      'with a piece left out',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, head), bytes.subarray(head + piece)]),
    ],
    ['with one bit changed', (bytes: Buffer) => changed(bytes, head + piece + 5)],
    ['with another salt', (bytes: Buffer) => changed(bytes, 10)],
    ['of another version', (bytes: Buffer) => changed(bytes, 7)],
  ])('%s', async (_what, harm) => {
    await expect(opened(harm(await sealed(content)))).rejects.toThrow();
  });

  test('under the name of another, as another kind, with another key', async () => {
    const bytes = await sealed(content);
    await expect(opened(bytes, { id: 'b', kind: 'pdf' })).rejects.toThrow();
    await expect(opened(bytes, { id: 'a', kind: 'png' })).rejects.toThrow();
    await expect(opened(bytes, name, randomBytes(32))).rejects.toThrow();
  });

  test('with a piece of another file under the same key', async () => {
    const [one, other] = [await sealed(content), await sealed(content, { id: 'b', kind: 'pdf' })];
    const mixed = Buffer.concat([one.subarray(0, head), pieceAt(other, 0), one.subarray(head + piece)]);
    await expect(opened(mixed)).rejects.toThrow();
  });
});

test.each([0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 2 * 64 * 1024, 300_000])(
  '%d bytes come back as they were',
  async (length) => {
    const bytes = randomBytes(length);
    expect((await opened(await sealed(bytes))).equals(bytes)).toBe(true);
    expect((await opened(await gather(sealFile(key, name, inParts(bytes, 777))))).equals(bytes)).toBe(true);
  },
);

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}
