import { expect, test } from 'vitest';
import { newPinSchema } from './pin.ts';

const fault = (pin: string) => newPinSchema.safeParse(pin).error?.issues[0]?.message;

test('what is too short, too long or no number is refused', () => {
  for (const pin of ['', '58264', '58264917305', '5826a4', 'passphrase'])
    expect(fault(pin)).toBe('field.pin-length');
});

test('runs, repetitions and dates are refused', () => {
  const trivial = [
    '000000',
    '111111',
    '123456',
    '654321',
    '890123',
    '135791', // runs, also by twos
    '121212',
    '123123',
    '1212121',
    '58585858',
    '112211', // repetitions, two digits only
    '198457',
    '571984',
    '140257', // a year of birth at either end
    '241283',
    '831224',
    '122483',
    '19841224',
    '24121984',
    '13620903', // dates
  ];
  for (const pin of trivial) expect([pin, fault(pin)]).toEqual([pin, 'field.pin-trivial']);
});

test('other digits are taken, in whichever script they were typed', () => {
  for (const pin of ['582649', '7394082', '8164097352']) expect(newPinSchema.parse(pin)).toBe(pin);
  expect(newPinSchema.parse(' ۵۸۲۶۴۹ ')).toBe('582649');
  expect(newPinSchema.parse('৫৮২৬৪৯')).toBe('582649');
});
