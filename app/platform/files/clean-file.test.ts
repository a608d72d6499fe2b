import { describe, expect, test } from 'vitest';
import { cleanFile } from './clean-file.ts';
import { jfif, jpegEnd, jpegPart, jpegScan, pngPart, testJpeg, testPdf, testPng } from './files.testing.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const glue = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : part)));
const zip = 'PK\x03\x04 a whole archive PK\x05\x06';
/** A picture that says it is this large, whatever follows. */
const pngOf = (width: number, height: number) => {
  const head = Buffer.from('00000000000000000800000000', 'hex');
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return glue(testPng().subarray(0, 8), pngPart('IHDR', head), testPng().subarray(33));
};
const jpegOf = (width: number, height: number) => {
  const copy = Buffer.from(testJpeg());
  const frame = copy.indexOf(Buffer.of(0xff, 0xc0));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
};
const damagedAt = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at);
  return copy;
};

describe('is no file that may be kept:', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.of(0xff)],
    ['text', latin('Dear Sir or Madam')],
    ['a web page', latin('<!doctype html><script>alert(1)</script>')],
    ['an SVG', latin('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a program', latin('MZ\x90\0')],
    ['another program', latin('\x7fELF')],
    ['an archive', latin(zip)],
    ['a GIF', latin('GIF89a\x01\0\x01\0')],
    ['a WebP', latin('RIFF\0\0\0\0WEBPVP8 ')],
    ['an old word processor’s', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a PDF behind something else', glue('<script>alert(1)</script>\n', testPdf())],
    ['a PDF behind a line', glue('\n', testPdf())],
    ['a PDF with an archive glued on', glue(testPdf(), zip, 'x'.repeat(1_100))],
    ['a PDF without an end', latin('%PDF-1.7\n1 0 obj')],
    ['a PDF of no version', latin('%PDF-evil\n%%EOF')],
    ['the beginning of a PNG', testPng().subarray(0, 8)],
    ['a PNG cut short', testPng().subarray(0, -6)],
    ['a PNG without an end', testPng().subarray(0, -12)],
    ['a PNG without pixels', glue(testPng().subarray(0, 33), pngPart('IEND'))],
    ['a PNG with a wrong checksum', damagedAt(testPng(), 20)],
    ['a PNG with an endless part', damagedAt(testPng(), 33)],
    ['a PNG with a part that nobody knows', testPng([pngPart('EVIL', latin('x'))])],
    ['a PNG of a billion dots', pngOf(40_000, 25_000)],
    ['a PNG without a line', pngOf(10, 0)],
    ['a JPEG of a billion dots', jpegOf(40_000, 25_000)],
    ['a JPEG that does not say how long it is', jpegOf(60_000, 0)],
    ['a PNG that begins twice', testPng([testPng().subarray(8, 33)])],
    ['the beginning of a JPEG', Buffer.of(0xff, 0xd8, 0xff)],
    ['a JPEG cut in its pixels', testJpeg().subarray(0, -4)],
    ['a JPEG without pixels', glue(Buffer.of(0xff, 0xd8), jfif, jpegEnd)],
    ['a JPEG whose pixels have no frame', glue(Buffer.of(0xff, 0xd8), jpegScan, jpegEnd)],
    ['a JPEG with a length that leads out of it', glue(Buffer.of(0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff), 'x')],
    [
      'a JPEG with a length of nothing',
      glue(Buffer.of(0xff, 0xd8, 0xff, 0xe1, 0, 0), testJpeg().subarray(2)),
    ],
    [
      'a JPEG with text between its parts',
      glue(Buffer.of(0xff, 0xd8), jfif, '<script>', testJpeg().subarray(2)),
    ],
    ['a JPEG with a part that nobody knows', testJpeg(jpegPart(0xf3, 'x'))],
  ])('%s', (_what, bytes) => {
    expect(cleanFile(bytes)).toBeUndefined();
  });
});

test('a PDF stays as it is', () => {
  expect(cleanFile(testPdf())).toEqual({ kind: 'pdf', bytes: testPdf() });
});

test('a PNG keeps what draws it and loses what tells of it', () => {
  const [palette, see, bright] = [
    pngPart('PLTE', Buffer.alloc(3)),
    pngPart('tRNS', Buffer.of(0, 1)),
    pngPart('gAMA', Buffer.alloc(4)),
  ];
  const told = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'acTL', 'prVt'].map((type) =>
    pngPart(type, latin('34.5N 69.2E')),
  );
  const clean = cleanFile(glue(testPng([palette, ...told, see, bright], told), zip));
  expect(clean).toEqual({ kind: 'png', bytes: testPng([palette, see, bright]) });
});

test('a JPEG keeps its pixels and loses place, device, comment, preview, profile and tail', () => {
  const exif = jpegPart(0xe1, 'Exif\0\0GPS 34.5N 69.2E');
  const preview = jpegPart(0xe0, 'JFXX\0\x10 small picture');
  const withPreview = jpegPart(0xe0, 'JFIF\0\x01\x01\x00\x00\x01\x00\x01\x01\x01rgb');
  const told = [
    exif,
    jpegPart(0xe2, 'ICC_PROFILE\0'),
    jpegPart(0xed, 'Photoshop 3.0\0'),
    jpegPart(0xef, 'x'),
    jpegPart(0xfe, '<script>'),
  ];
  const clean = cleanFile(glue(testJpeg(withPreview, preview, ...told), zip));
  expect(clean).toEqual({ kind: 'jpeg', bytes: testJpeg(jfif) });
});

test('a JPEG of four colours keeps the note that its decoding needs, in its exact length', () => {
  const note = jpegPart(0xee, 'Adobe\0\x64\0\0\0\0\x02');
  const longNote = jpegPart(0xee, 'Adobe\0\x64\0\0\0\0\x02 and more');
  expect(cleanFile(testJpeg(note, longNote))?.bytes).toEqual(testJpeg(note));
});

test('a JPEG in several scans, with filling before its markers, is read to its end', () => {
  const scans = [jpegPart(0xc4, Buffer.concat([Buffer.of(0x10, 1), Buffer.alloc(16)])), jpegScan];
  const picture = glue(testJpeg().subarray(0, -2), ...scans, jpegEnd);
  const filled = glue(testJpeg().subarray(0, -2), Buffer.of(0xff, 0xff), ...scans, jpegEnd);
  expect(cleanFile(picture)?.bytes).toEqual(picture);
  expect(cleanFile(filled)?.bytes).toEqual(picture);
});

test('a large sheet is kept, as wide as a scanner makes it', () => {
  expect(cleanFile(pngOf(7_016, 9_921))?.kind).toBe('png');
  expect(cleanFile(jpegOf(7_016, 9_921))?.kind).toBe('jpeg');
});
