import { crc32, deflateSync } from 'node:zlib';

/** One part of a PNG, with its checksum. */
export function pngPart(type: string, content: Uint8Array = new Uint8Array()): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const part = Buffer.alloc(named.length + 8);
  part.writeUInt32BE(content.length, 0);
  named.copy(part, 4);
  part.writeUInt32BE(crc32(named), named.length + 4);
  return part;
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');
const size = Buffer.from('00000001000000010800000000', 'hex');

/** A picture of one grey dot, with more parts before and after its pixels. */
export const testPng = (before: readonly Buffer[] = [], after: readonly Buffer[] = []): Buffer =>
  Buffer.concat([
    pngSignature,
    pngPart('IHDR', size),
    ...before,
    pngPart('IDAT', deflateSync(Buffer.of(0, 128))),
    ...after,
    pngPart('IEND'),
  ]);

/** One segment of a JPEG. */
export function jpegPart(marker: number, content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content as string, 'latin1');
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

export const jfif = jpegPart(0xe0, 'JFIF\0\x01\x01\x00\x00\x01\x00\x01\x00\x00');
const tables = Buffer.concat([
  jpegPart(0xdb, Buffer.concat([Buffer.of(0), Buffer.alloc(64, 1)])),
  jpegPart(0xc0, Buffer.of(8, 0, 1, 0, 1, 1, 1, 0x11, 0)),
  jpegPart(0xc4, Buffer.concat([Buffer.of(0, 1), Buffer.alloc(15), Buffer.of(0)])),
]);
/** Pixels with a plain FF and a restart among them, as a reader meets them. */
export const jpegScan = Buffer.concat([
  jpegPart(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
  Buffer.from('12ff0034ffd056ff0078', 'hex'),
]);
export const jpegEnd = Buffer.of(0xff, 0xd9);

/** A picture, with more segments behind its start. */
export const testJpeg = (...more: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.of(0xff, 0xd8), ...more, tables, jpegScan, jpegEnd]);

export const testPdf = (text = 'signed'): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n(${text})\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
