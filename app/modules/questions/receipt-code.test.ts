import { randomBytes } from 'node:crypto';
import { receiptWordList } from './receipt-word-list.ts';
import { describe, expect, test } from 'vitest';
import { readReceipt, receiptBits, receiptDigits, receiptFrom, receiptWords } from './receipt-code.ts';

const receipt = receiptFrom(Uint8Array.from([19, 200, 3, 99, 250, 17, 88, 41, 7, 130]));
const words = receiptWords(receipt);
const digits = receiptDigits(receipt);

/** The digits written in another script, whose zero stands at this place. */
const inScript = (zero: number) =>
  digits.join(' ').replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

describe('what opens nothing', () => {
  test.each([
    ['nothing', ''],
    ['six words', words.slice(1).join(' ')],
    ['eight words', `${words.join(' ')} ability`],
    ['a word that is not on the list', ['serai', ...words.slice(1)].join(' ')],
    ['23 digits', digits.join('').slice(1)],
    ['25 digits', `${digits.join('')}0`],
    ['a number that no receipt has', '9'.repeat(24)],
    ['words and digits mixed', `${words.slice(1).join(' ')} 4711`],
    ['a very long text', 'ability '.repeat(10_000)],
    ['a name of the language', 'constructor __proto__ tostring valueof hasown prototype call'],
  ])('%s', (_what, typed) => {
    expect(readReceipt(typed)).toBeUndefined();
  });

  test('three letters of a longer word are not enough', () => {
    const long = words.findIndex((word) => word.length > 4);
    const cut = words.map((word, at) => (at === long ? word.slice(0, 3) : word));
    expect(readReceipt(cut.join(' '))).toBeUndefined();
  });
});

describe('what opens the thread', () => {
  test.each([
    ['the words', words.join(' ')],
    ['in capitals, with commas and line ends', words.join(',\n ').toUpperCase()],
    ['with dashes', words.join('-')],
    ['cut after four letters', words.map((word) => word.slice(0, 4)).join(' ')],
    [
      'in wide letters',
      words.join(' ').replaceAll(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
    ['the digits', digits.join(' ')],
    ['without spaces', digits.join('')],
    ['with dashes and dots', digits.join('-.')],
    ['in Arabic digits', inScript(0x660)],
    ['in Persian digits', inScript(0x6f0)],
    ['in Bengali digits', inScript(0x9e6)],
    ['in Devanagari digits', inScript(0x966)],
    [
      'in Ethiopic digits where there are any',
      digits.join(' ').replaceAll(/[1-9]/g, (d) => String.fromCodePoint(0x1368 + Number(d))),
    ],
  ])('%s', (_what, typed) => {
    expect(readReceipt(typed)).toBe(receipt);
  });

  test('both forms of any receipt', () => {
    for (const bytes of [
      new Uint8Array(10),
      new Uint8Array(10).fill(255),
      ...Array.from({ length: 200 }, () => randomBytes(10)),
    ]) {
      const any = receiptFrom(bytes);
      expect(readReceipt(receiptWords(any).join(' '))).toBe(any);
      expect(readReceipt(receiptDigits(any).join(' '))).toBe(any);
    }
  });
});

test('a receipt has 77 bits, and four letters tell every word of the list', () => {
  expect(receiptFrom(new Uint8Array(10).fill(255))).toBe((1n << BigInt(receiptBits)) - 1n);
  expect(2048n ** 7n).toBe(1n << BigInt(receiptBits));
  expect(new Set(receiptWordList.map((word) => word.slice(0, 4))).size).toBe(2048);
  expect(receiptWordList).not.toContain('illegal');
  expect(receiptWordList).not.toContain('maid');
  expect(receiptDigits(0n)).toEqual(Array.from({ length: 6 }, () => '0000'));
});
