import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A piece of bytes to look for, and what it would tell. */
interface Needle {
  bytes: Buffer;
  what: string;
}

export interface Trace {
  file: string;
  what: string;
}

const shortest = 6;

/** Every way in which a text could lie about in the clear: as itself, encoded, or as a hash that anybody can make. */
export function needlesFor(text: string): Needle[] {
  const needles = new Map<string, Needle>();
  const add = (bytes: Buffer, how: string) => {
    if (bytes.length >= shortest) needles.set(bytes.toString('hex'), { bytes, what: `${text} (${how})` });
  };
  for (const [form, shaped] of Object.entries(shapesOf(text))) {
    const utf8 = Buffer.from(shaped, 'utf8');
    const utf16 = Buffer.from(shaped, 'utf16le');
    add(utf8, `${form}, UTF-8`);
    add(utf16, `${form}, UTF-16LE`);
    add(Buffer.from(utf16).swap16(), `${form}, UTF-16BE`);
    add(Buffer.from(utf8.toString('hex')), `${form}, hex`);
    add(Buffer.from(utf8.toString('hex').toUpperCase()), `${form}, HEX`);
    for (const [offset, middle] of base64Middles(utf8).entries())
      add(Buffer.from(middle), `${form}, base64 from byte ${offset}`);
    for (const [offset, middle] of base64Middles(utf8).entries()) {
      add(
        Buffer.from(middle.replaceAll('+', '-').replaceAll('/', '_')),
        `${form}, base64url from byte ${offset}`,
      );
    }
    const percent = encodeURIComponent(shaped);
    add(Buffer.from(percent), `${form}, percent`);
    add(
      Buffer.from(percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())),
      `${form}, percent in small letters`,
    );
    add(Buffer.from(escaped(shaped)), `${form}, JSON escapes`);
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
      const digest = createHash(algorithm).update(shaped).digest();
      add(digest, `${form}, ${algorithm}`);
      add(Buffer.from(digest.toString('hex')), `${form}, ${algorithm} as hex`);
    }
  }
  return [...needles.values()];
}

function shapesOf(text: string): Record<string, string> {
  return {
    'as typed': text,
    composed: text.normalize('NFC'),
    decomposed: text.normalize('NFD'),
    'in small letters': text.toLowerCase(),
    'in capitals': text.toUpperCase(),
    backwards: [...text].reverse().join(''),
  };
}

/** What a text looks like inside a longer one in base64, which depends on where it begins: its ends are cut off. */
function base64Middles(bytes: Buffer): string[] {
  return [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const start = offset === 0 ? 0 : offset + 1;
    const whole = Math.floor(((offset + bytes.length) * 8) / 6);
    return padded.slice(start, whole);
  });
}

const escaped = (text: string): string =>
  [...text]
    .map((char) =>
      char < '\u0080'
        ? char
        : [...Array(char.length).keys()]
            .map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`)
            .join(''),
    )
    .join('');

/** Looks for many needles at once: a table of their first three bytes rules out nearly every place. */
export function createSearch(texts: readonly string[]): (bytes: Buffer) => string[] {
  const needles = texts.flatMap(needlesFor);
  const mayBegin = new Uint8Array(1 << 24);
  const beginning = new Map<number, Needle[]>();
  for (const needle of needles) {
    const key = prefixOf(needle.bytes, 0);
    mayBegin[key] = 1;
    beginning.set(key, [...(beginning.get(key) ?? []), needle]);
  }
  return (bytes) => {
    const found = new Set<string>();
    for (let at = 0; at + 2 < bytes.length; at += 1) {
      const key = prefixOf(bytes, at);
      if (mayBegin[key] === 0) continue;
      for (const { bytes: wanted, what } of beginning.get(key) ?? []) {
        const end = at + wanted.length;
        if (end <= bytes.length && wanted.compare(bytes, at, end) === 0) found.add(what);
      }
    }
    return [...found];
  };
}

const prefixOf = (bytes: Buffer, at: number): number =>
  ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);

/** Every trace in every file of a folder, down to the bottom; the names of the files count too. */
export function findTraces(
  folder: string,
  search: (bytes: Buffer) => string[],
): { files: number; bytes: number; traces: Trace[] } {
  let files = 0;
  let bytes = 0;
  const traces: Trace[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path);
    for (const what of search(Buffer.from(entry.name))) traces.push({ file, what: `${what}, in its name` });
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(path).size;
    for (const what of search(readFileSync(path))) traces.push({ file, what });
  }
  return { files, bytes, traces };
}
