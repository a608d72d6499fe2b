import { expect, test } from 'vitest';
import { interfaceLanguage } from './interface-languages.ts';
import { formatNumber, parseWholeNumber } from './numbers.ts';

test('what is not a whole number is refused', () => {
  for (const text of ['', 'many', '1.5', '-3', '1'.repeat(16)])
    expect(parseWholeNumber(text)).toBeUndefined();
});

test('digits of every script are read', () => {
  for (const text of ['1250', '١٬٢٥٠', '۱۲۵۰', '১,২৫০', '१२५०']) expect(parseWholeNumber(text)).toBe(1250);
});

test('numbers are written in the digits of the language and years are not grouped', () => {
  expect(formatNumber(1405, interfaceLanguage('fa-AF'))).toBe('۱۴۰۵');
  expect(formatNumber(2026, interfaceLanguage('en'))).toBe('2026');
  expect(formatNumber(12345, interfaceLanguage('en'))).toBe('12,345');
  expect(formatNumber(12, interfaceLanguage('bn'))).toBe('১২');
});
