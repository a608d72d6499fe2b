import { expect, test } from 'vitest';
import { convert, parseDecimal, percentOf, ratioUp, readAmount, writeDecimal } from './decimal.ts';

test('what is no decimal is refused, and so is what could be two', () => {
  for (const text of ['', '-1', '1e3', '1,5', '0x10', 'NaN', 'Infinity', '1.23456', '9'.repeat(16)])
    expect(parseDecimal(text)).toBeUndefined();
  for (const text of ['', '1.500', '12.345', '1,5', '-5', '1e9', 'ten', '9'.repeat(13), '1.5.0'])
    expect(readAmount(text)).toBeUndefined();
});

test('amounts are read in every script and grouping', () => {
  expect(readAmount('150 000')).toBe('150000');
  expect(readAmount('1,50,000')).toBe('150000');
  expect(readAmount('1,500.50')).toBe('1500.5');
  expect(readAmount('١٬٥٠٠')).toBe('1500');
  expect(readAmount('۲۵۰۰٫۵')).toBe('2500.5');
  expect(readAmount('১২০০')).toBe('1200');
  expect(readAmount('007')).toBe('7');
  expect(readAmount('0')).toBe('0');
});

test('sums are exact where a float is not', () => {
  const sum = (parseDecimal('0.1') ?? 0n) + (parseDecimal('0.2') ?? 0n);
  expect(writeDecimal(sum)).toBe('0.3');
  expect(writeDecimal(-(parseDecimal('12.5') ?? 0n))).toBe('-12.5');
  expect(writeDecimal(percentOf(parseDecimal('999.99') ?? 0n, 80n))).toBe('799.992');
  expect(writeDecimal(convert(parseDecimal('1500') ?? 0n, parseDecimal('74.35') ?? 0n))).toBe('111525');
});

test('a ratio is rounded up, never down, and is nothing over nothing', () => {
  expect(ratioUp(10n, 3n)).toBe(3.4);
  expect(ratioUp(9n, 3n)).toBe(3);
  expect(ratioUp(1n, 0n)).toBeUndefined();
});
