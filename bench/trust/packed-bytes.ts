import { constants, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

/** Bytes that lay packed in others, as far as they could be unpacked. */
export interface Unpacked {
  how: 'gzip' | 'zlib' | 'zip' | 'zstd' | 'lz4' | 'pglz' | 'toast';
  at: number;
  bytes: Buffer;
}

const longest = 4 * 1024 * 1024;
const most = 64 * 1024 * 1024;

/**
 * Finds what is packed inside of bytes by how it begins: streams of gzip, zlib, zip, zstd and lz4, and values that
 * PostgreSQL packed itself (pglz, lz4) in a row or in the first piece of a value kept outside of it. What was cut off is
 * unpacked as far as it goes. Not found: brotli, which has no beginning of its own, and later pieces of such values.
 */
export function* findPacked(bytes: Buffer): Generator<Unpacked> {
  for (const { how, begin, unpack } of streams) {
    for (let at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1)) {
      const found = tried(() => unpack(bytes.subarray(at, at + longest)));
      if (found && found.length > 0) yield { how, at, bytes: found };
    }
  }
  yield* packedInRows(bytes);
  yield* packedOutside(bytes);
}

const cutOff = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most };
const streams: { how: Unpacked['how']; begin: Buffer; unpack: (bytes: Buffer) => Buffer | undefined }[] = [
  { how: 'gzip', begin: Buffer.from([0x1f, 0x8b, 0x08]), unpack: (bytes) => gunzipSync(bytes, cutOff) },
  ...[0x01, 0x5e, 0x9c, 0xda].map((level) => ({
    how: 'zlib' as const,
    begin: Buffer.from([0x78, level]),
    unpack: (bytes: Buffer) => inflateSync(bytes, cutOff),
  })),
  { how: 'zip', begin: Buffer.from('PK\u0003\u0004', 'latin1'), unpack: unpackZipEntry },
  {
    how: 'zstd',
    begin: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]),
    unpack: (bytes) =>
      zstdDecompressSync(bytes, { finishFlush: constants.ZSTD_e_flush, maxOutputLength: most }),
  },
  { how: 'lz4', begin: Buffer.from([0x04, 0x22, 0x4d, 0x18]), unpack: unpackLz4Frame },
];

function tried(unpack: () => Buffer | undefined): Buffer | undefined {
  try {
    return unpack();
  } catch {
    return undefined;
  }
}

function unpackZipEntry(bytes: Buffer): Buffer | undefined {
  const isDeflated = bytes.readUInt16LE(8) === 8;
  const begins = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  return isDeflated ? inflateRawSync(bytes.subarray(begins), cutOff) : undefined;
}

function unpackLz4Frame(bytes: Buffer): Buffer | undefined {
  const flags = bytes.readUInt8(4);
  let at = 7 + (flags & 0x08 ? 8 : 0) + (flags & 0x01 ? 4 : 0);
  const parts: Buffer[] = [];
  while (at + 4 <= bytes.length) {
    const head = bytes.readUInt32LE(at);
    const size = head & 0x7fff_ffff;
    if (size === 0) break;
    const block = bytes.subarray(at + 4, at + 4 + size);
    parts.push(head >>> 31 === 1 ? block : unpackLz4(block, most));
    at += 4 + size + (flags & 0x10 ? 4 : 0);
  }
  return Buffer.concat(parts);
}

/** A value packed within its row: a head of four bytes that says so, the length unpacked, the method. */
function* packedInRows(bytes: Buffer): Generator<Unpacked> {
  for (let at = 0; at + 12 < bytes.length; at += 1) {
    // Two lengths that make sense: under 16 kB here, under 1 MB unpacked. The rest is ruled out by its high bytes.
    if (bytes[at + 3] !== 0 || bytes[at + 2] !== 0 || ((bytes[at] ?? 0) & 3) !== 2) continue;
    const size = bytes.readUInt32LE(at) >>> 2;
    const about = bytes.readUInt32LE(at + 4);
    const unpackedSize = about & 0x3fff_ffff;
    if (size < 20 || unpackedSize <= size || unpackedSize > 1 << 20 || about >>> 30 > 1) continue;
    const packed = bytes.subarray(at + 8, at + size);
    const found = (about >>> 30 === 1 ? unpackLz4 : unpackPglz)(packed, unpackedSize);
    if (found.length === unpackedSize) yield { how: about >>> 30 === 1 ? 'lz4' : 'pglz', at, bytes: found };
  }
}

/** The first piece of a value kept outside of its row: 1996 bytes, of which the first four tell how it is packed. */
function* packedOutside(bytes: Buffer): Generator<Unpacked> {
  const head = Buffer.from([0x40, 0x1f, 0x00, 0x00]);
  for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) {
    if (at + 8 >= bytes.length) break;
    const about = bytes.readUInt32LE(at + 4);
    const unpackedSize = about & 0x3fff_ffff;
    if (unpackedSize < 1_996 || unpackedSize > longest || about >>> 30 > 1) continue;
    const piece = bytes.subarray(at + 8, at + 2_000);
    const found = (about >>> 30 === 1 ? unpackLz4 : unpackPglz)(piece, unpackedSize);
    if (found.length > 500) yield { how: 'toast', at, bytes: found };
  }
}

/** PostgreSQL's own packing: a byte of eight flags, then for each a letter or a look back. Stops where it makes no sense. */
export function unpackPglz(packed: Buffer, unpackedSize: number): Buffer {
  const out = Buffer.alloc(unpackedSize);
  let at = 0;
  let filled = 0;
  while (at < packed.length && filled < unpackedSize) {
    let flags = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length && filled < unpackedSize; bit += 1, flags >>= 1) {
      if ((flags & 1) === 0) {
        out[filled++] = packed[at++] ?? 0;
        continue;
      }
      const first = packed[at] ?? 0;
      const back = ((first & 0xf0) << 4) | (packed[at + 1] ?? 0);
      let length = (first & 0x0f) + 3;
      at += 2;
      if (length === 18) length += packed[at++] ?? 0;
      if (back === 0 || back > filled) return out.subarray(0, filled);
      filled = copyBack(out, filled, back, length);
    }
  }
  return out.subarray(0, filled);
}

/** One block of lz4, without its frame. */
export function unpackLz4(packed: Buffer, limit: number): Buffer {
  const out = Buffer.alloc(Math.min(limit, packed.length * 255 + 64));
  let at = 0;
  let filled = 0;
  const more = (length: number): number => {
    if (length < 15) return length;
    let sum = length;
    for (let next = 255; next === 255 && at < packed.length; sum += next) next = packed[at++] ?? 0;
    return sum;
  };
  while (at < packed.length && filled < out.length) {
    const token = packed[at++] ?? 0;
    const letters = Math.min(more(token >> 4), packed.length - at, out.length - filled);
    filled += packed.copy(out, filled, at, at + letters);
    at += letters;
    if (at + 2 > packed.length) break;
    const back = packed.readUInt16LE(at);
    at += 2;
    if (back === 0 || back > filled) break;
    filled = copyBack(out, filled, back, more(token & 0x0f) + 4);
  }
  return out.subarray(0, filled);
}

function copyBack(out: Buffer, filled: number, back: number, length: number): number {
  const end = Math.min(out.length, filled + length);
  for (let at = filled; at < end; at += 1) out[at] = out[at - back] ?? 0;
  return end;
}
