import { crc32 } from 'node:zlib';
import { mostPixels } from './most-pixels.ts';

const signatureLength = 8;
/** What a picture needs to be drawn. Texts, times, EXIF, colour profiles and further frames are not among it. */
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB']);

/**
 * The picture without its metadata and without anything behind its end; the pixels are not touched. Undefined when it is
 * not built as a PNG: checksums, order, a part that no reader knows; and when it has too many pixels.
 */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [source.subarray(0, signatureLength)];
  const seen = new Set<string>();
  let at = signatureLength;
  while (at + 12 <= source.length) {
    const length = source.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > source.length) return undefined;
    const type = source.toString('latin1', at + 4, at + 8);
    if (source.readUInt32BE(end - 4) !== crc32(source.subarray(at + 4, end - 4))) return undefined;
    if (seen.size === 0 && (type !== 'IHDR' || length !== 13)) return undefined;
    if (!kept.has(type) && isCritical(type)) return undefined;
    if (type === 'IHDR' && (seen.has(type) || !isOfSensibleSize(source, at + 8))) return undefined;
    seen.add(type);
    if (kept.has(type)) parts.push(source.subarray(at, end));
    if (type === 'IEND') return length === 0 && seen.has('IDAT') ? Buffer.concat(parts) : undefined;
    at = end;
  }
  return undefined;
}

/** By the standard: a chunk whose name begins with a capital must be understood. */
const isCritical = (type: string): boolean => !/^[a-z]/.test(type);

function isOfSensibleSize(source: Buffer, at: number): boolean {
  const pixels = source.readUInt32BE(at) * source.readUInt32BE(at + 4);
  return pixels > 0 && pixels <= mostPixels;
}
