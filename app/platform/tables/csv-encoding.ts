import { tableProblem } from './table-limits.ts';

export type CsvEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1256'
  | 'windows-1251'
  | 'windows-1252';

/** Bytes that are looked at where a guess is needed. */
const sampleSize = 256 * 1024;

/**
 * What a CSV was written in; it does not say so itself. Marks at its beginning count first, then the pattern of zeros that
 * UTF-16 leaves, then whether all of it is UTF-8; what remains is one of the old encodings of Windows, told apart by
 * letters. @returns the encoding, and where the text begins @throws Problem `table.nul-bytes`
 */
export function sniffEncoding(bytes: Uint8Array): { encoding: CsvEncoding; start: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', start: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', start: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', start: 2 };
  const sample = bytes.subarray(0, sampleSize);
  const wide = wideEncoding(sample);
  if (wide) return { encoding: wide, start: 0 };
  if (bytes.includes(0)) throw tableProblem('nul-bytes');
  return { encoding: isUtf8(bytes) ? 'utf-8' : oldEncoding(sample), start: 0 };
}

/** Commas, digits and line ends of UTF-16 have a zero on one side, also where the letters are Arabic. */
function wideEncoding(sample: Uint8Array): CsvEncoding | undefined {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const pairs = sample.length / 2;
  if (odd >= 4 && odd > pairs * 0.08 && even < odd / 20) return 'utf-16le';
  if (even >= 4 && even > pairs * 0.08 && odd < even / 20) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < bytes.length; at += sampleSize) {
      decoder.decode(bytes.subarray(at, at + sampleSize), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The commonest letters of Arabic and Persian in windows-1256, but none that are as common in Russian. */
const arabic = new Set([0xc7, 0xe1, 0xed, 0xe3, 0xe6, 0xe4, 0xd1, 0xc8, 0xca, 0xcf, 0x81, 0x8d, 0x90, 0x98]);
/** The commonest of Cyrillic in windows-1251, small and capital, under the same condition. */
const cyrillic = new Set([
  0xe0, 0xe2, 0xe5, 0xe8, 0xea, 0xeb, 0xee, 0xf0, 0xf1, 0xf2, 0xc0, 0xc2, 0xc5, 0xcb, 0xcd, 0xce, 0xd0, 0xd2,
]);

/** Letters of Western languages stand alone among ASCII; words of Arabic and Russian are whole runs of high bytes. */
function oldEncoding(sample: Uint8Array): CsvEncoding {
  let high = 0;
  let runs = 0;
  let arabicLetters = 0;
  let cyrillicLetters = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0;
    if (byte < 0x80) continue;
    high++;
    if (at === 0 || (sample[at - 1] ?? 0) < 0x80) runs++;
    if (arabic.has(byte)) arabicLetters++;
    if (cyrillic.has(byte)) cyrillicLetters++;
  }
  if (high / runs < 1.8) return 'windows-1252';
  return arabicLetters >= cyrillicLetters ? 'windows-1256' : 'windows-1251';
}
