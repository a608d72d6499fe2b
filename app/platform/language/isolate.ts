import type { Direction } from './interface-languages.ts';

const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const leftToRightOrDigit =
  /[0-9]|(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}])\p{L}/u;

/**
 * Fences a value of unknown direction so that it cannot reorder the sentence around it: a phone
 * number in an Arabic sentence, an Arabic name in an English one. Values that cannot disturb the
 * surrounding text come back unchanged, so plain texts stay plain.
 */
export function isolate(value: string, surrounding: Direction): string {
  const disturbs = surrounding === 'rtl' ? leftToRightOrDigit : rightToLeft;
  if (!disturbs.test(value) || value.startsWith(firstStrongIsolate)) return value;
  return firstStrongIsolate + value + popDirectionalIsolate;
}

/** For comparing or exporting text that passed through `isolate`. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/g, '');
}
