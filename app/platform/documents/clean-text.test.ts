import { describe, expect, it } from 'vitest';
import { breakLongWords, cleanText, mapStrings } from './clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['control characters', 'a\u0000b\u001Bc', 'abc'],
    ['line ends and tabs', ' a\r\n\tb ', 'a b'],
    ['bidi overrides and isolates', '\u202Eab\u202C\u2067c\u2069', 'abc'],
    ['lone surrogates', 'a\uD800b\uDC00', 'ab'],
    ['private and unassigned ends of Unicode', 'a\uE000b\uFFFFc\u{E0041}', 'abc'],
  ])('takes out %s', (_what, given, kept) => {
    expect(cleanText(given)).toBe(kept);
  });

  it('keeps the joiners that Persian and Bengali spelling needs', () => {
    expect(cleanText('می\u200Cنویسیم')).toBe('می\u200Cنویسیم');
    expect(cleanText('র\u200D্য')).toBe('র\u200D্য');
  });

  it('keeps four marks on a letter and no more', () => {
    expect(cleanText(`e${'\u0301'.repeat(50)}`)).toBe(`e${'\u0301'.repeat(4)}`);
  });

  it('cuts at the limit without splitting a character, and says so', () => {
    expect(cleanText('👍'.repeat(50), 5)).toBe('👍👍👍👍…');
    expect(cleanText('a'.repeat(1_000_000), 40)).toHaveLength(40);
  });
});

it('long words get places to break, short ones stay', () => {
  expect(breakLongWords('K7QMF-2XW9D')).toBe('K7QMF-2XW9D');
  expect(breakLongWords('x'.repeat(40)).split('\u200B')).toEqual([
    'x'.repeat(16),
    'x'.repeat(16),
    'x'.repeat(8),
  ]);
});

it('strings are changed at any depth with their name, other values and names stay', () => {
  const tree = { a: 'x', list: ['y', { b: 'z', n: 1 }] };
  expect(mapStrings(tree, (text, key) => key + text)).toEqual({
    a: 'ax',
    list: ['0y', { b: 'bz', n: 1 }],
  });
});
