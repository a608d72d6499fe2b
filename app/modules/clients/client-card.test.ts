import { expect, test } from 'vitest';
import { cardDigits, formatCardNumber, isCardNumber, newCardNumber } from './client-card.ts';

const counting = () => {
  let next = 0;
  return (below: number) => next++ % below;
};

test('one wrong digit, or two neighbours swapped, is noticed', () => {
  const number = newCardNumber(counting());
  for (let at = 0; at < number.length; at += 1) {
    const wrong = number.slice(0, at) + String((Number(number[at]) + 1) % 10) + number.slice(at + 1);
    expect(isCardNumber(wrong)).toBe(false);
  }
  expect(isCardNumber(`${number.slice(0, 3)}${number[4]}${number[3]}${number.slice(5)}`)).toBe(false);
});

test('what is too short, too long or no number is no card', () => {
  for (const text of ['', '123', '12345678901', 'K-2026-00123']) expect(isCardNumber(text)).toBe(false);
});

test('a number is read with gaps and in any script’s digits', () => {
  const number = newCardNumber(counting());
  expect(number).toMatch(/^[1-9]\d{9}$/);
  expect(isCardNumber(formatCardNumber(number))).toBe(true);
  expect(cardDigits('٤٨٢١ ٧٣٠ ٩٥٦')).toBe('4821730956');
});
