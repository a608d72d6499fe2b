import { mostPixels } from './most-pixels.ts';

// A JPEG is a row of segments: FF, a marker, a length, content. Only the compressed pixels behind "start of scan" have no
// length; there FF 00 stands for a plain FF, and FF D0 to FF D7 are signs for restarting. Several scans may follow.

const startOfScan = 0xda;
const endOfImage = 0xd9;
const app0 = 0xe0;
const app14 = 0xee;
const comment = 0xfe;

/** Frames (SOF), tables, number of lines, restart interval: what decoding needs. C8 is reserved. */
const isNeeded = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= 0xdb && marker <= 0xdd);
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * The picture without EXIF, places, comments, previews, profiles and anything behind its end; the pixels are not touched.
 * Kept of the application's parts: JFIF without its preview, and Adobe's note on colours, which decoding needs. Undefined
 * when it is not built as a JPEG, or has too many pixels.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [source.subarray(0, 2)];
  let hasFrame = false;
  let hasScan = false;
  let at = 2;
  while (at + 2 <= source.length) {
    if (source[at] !== 0xff) return undefined;
    // Any number of FF may fill the space before a marker.
    while (source[at + 1] === 0xff) at += 1;
    const marker = source[at + 1] ?? 0;
    if (marker === endOfImage) {
      return hasFrame && hasScan ? Buffer.concat([...parts, Buffer.of(0xff, endOfImage)]) : undefined;
    }
    if (at + 4 > source.length) return undefined;
    const end = at + 2 + source.readUInt16BE(at + 2);
    if (end > source.length || end < at + 4) return undefined;
    const segment = source.subarray(at, end);
    at = end;
    if (marker === startOfScan) {
      const pixels = endOfPixels(source, end);
      if (!hasFrame || pixels === undefined) return undefined;
      parts.push(segment, source.subarray(end, pixels));
      hasScan = true;
      at = pixels;
    } else if (isNeeded(marker)) {
      if (isFrame(marker) && !isOfSensibleSize(segment)) return undefined;
      hasFrame ||= isFrame(marker);
      parts.push(segment);
    } else if (marker === app0 || marker === app14) {
      parts.push(marker === app0 ? plainJfif(segment) : plainAdobe(segment));
    } else if (!(marker > app0 && marker <= 0xef) && marker !== comment) return undefined;
  }
  return undefined;
}

/** A frame says how many lines of how many points follow. Lines may be said later (0), and are then counted as most. */
function isOfSensibleSize(segment: Buffer): boolean {
  if (segment.length < 9) return false;
  const [height, width] = [segment.readUInt16BE(5) || 0xffff, segment.readUInt16BE(7)];
  return width > 0 && height * width <= mostPixels;
}

/** Where the compressed pixels stop: at the first marker that is neither a plain FF nor a restart, and its filling. */
function endOfPixels(source: Buffer, from: number): number | undefined {
  for (let at = source.indexOf(0xff, from); at !== -1; at = source.indexOf(0xff, at)) {
    let last = at;
    while (source[last + 1] === 0xff) last += 1;
    const next = source[last + 1];
    if (next === undefined) return undefined;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = last + 2;
  }
  return undefined;
}

/** Version and resolution; the little picture that may follow can show what was cut away from the big one. */
function plainJfif(segment: Buffer): Buffer {
  if (segment.toString('latin1', 4, 9) !== 'JFIF\0' || segment.length < 18) return Buffer.alloc(0);
  const plain = Buffer.from(segment.subarray(0, 18));
  plain.writeUInt16BE(16, 2);
  plain.writeUInt16BE(0, 16);
  return plain;
}

/** Version, flags and colour transform, in their exact length. */
const plainAdobe = (segment: Buffer): Buffer =>
  segment.toString('latin1', 4, 9) === 'Adobe' && segment.length === 16 ? segment : Buffer.alloc(0);
