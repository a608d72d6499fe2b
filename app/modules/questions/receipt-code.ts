import { receiptWordList } from './receipt-word-list.ts';
import { toAsciiDigits } from '#platform/language/digits.ts';

/**
 * A receipt is 77 random bits, said in two ways that mean the same: seven words of a list of 2,048, which a phone's
 * keyboard can type, and 24 digits, which can be read aloud in any language. Nothing else opens a thread.
 */
export const receiptBits = 77;
const wordCount = 7;
const digitCount = 24;
const most = 1n << BigInt(receiptBits);

const places = new Map(receiptWordList.map((word, place) => [word, place]));
/** No two words of the list share their first four letters. */
const byBeginning = new Map(receiptWordList.map((word, place) => [word.slice(0, 4), place]));

/** A fresh receipt from random bytes; ten are enough. */
export function receiptFrom(bytes: Uint8Array): bigint {
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return value % most;
}

export function receiptWords(receipt: bigint): string[] {
  return Array.from({ length: wordCount }, (_, at) => {
    const place = (receipt >> BigInt(11 * (wordCount - 1 - at))) & 2047n;
    return receiptWordList[Number(place)] ?? '';
  });
}

/** Six groups of four digits. */
export function receiptDigits(receipt: bigint): string[] {
  return receipt.toString().padStart(digitCount, '0').match(/\d{4}/g) ?? [];
}

/**
 * Reads either form as people type it: any case, any spaces and dashes, words cut after four letters, digits of any
 * script. Undefined for what is no receipt at all; what looks like one may still open nothing.
 */
export function readReceipt(typed: string): bigint | undefined {
  if (typed.length > 400) return undefined;
  const text = plainDigits(typed.normalize('NFKC')).toLowerCase();
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length > 0) return /\p{L}/u.test(text) ? undefined : fromDigits(digits);
  return fromWords(text.split(/[^a-z]+/).filter(Boolean));
}

function fromDigits(digits: string): bigint | undefined {
  if (digits.length !== digitCount) return undefined;
  const value = BigInt(digits);
  return value < most ? value : undefined;
}

function fromWords(words: readonly string[]): bigint | undefined {
  if (words.length !== wordCount) return undefined;
  let value = 0n;
  for (const word of words) {
    const place = places.get(word) ?? (word.length >= 4 ? byBeginning.get(word.slice(0, 4)) : undefined);
    if (place === undefined) return undefined;
    value = (value << 11n) | BigInt(place);
  }
  return value;
}

/** Ethiopic has signs for one to nine and none for nothing, so they are no decimal digits to anybody else. */
const plainDigits = (text: string): string =>
  toAsciiDigits(text).replaceAll(/[\u1369-\u1371]/g, (sign) => String(sign.charCodeAt(0) - 0x1368));
