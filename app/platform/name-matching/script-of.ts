/** The writing systems that the matcher reads. Anything else is 'other' and is compared letter by letter. */
export type Script = 'latin' | 'arabic' | 'cyrillic' | 'bengali' | 'devanagari' | 'other';

/** The script of the first letter of a word; words are split where the script changes. */
export function scriptOf(letter: string): Script {
  const code = letter.codePointAt(0) ?? 0;
  if (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code <= 0x24f) ||
    (code >= 0x1e00 && code <= 0x1eff)
  ) {
    return 'latin';
  }
  if (code >= 0x600 && code <= 0x6ff) return 'arabic';
  if (code >= 0x400 && code <= 0x52f) return 'cyrillic';
  if (code >= 0x980 && code <= 0x9ff) return 'bengali';
  if (code >= 0x900 && code <= 0x97f) return 'devanagari';
  return 'other';
}
