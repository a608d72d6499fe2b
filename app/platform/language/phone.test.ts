import { expect, test } from 'vitest';
import { normalisePhone } from './phone.ts';

test('what cannot be a phone number is refused', () => {
  for (const text of ['', 'call me', '12', '+123', '+12345678901234567', '079 ask for Amal', '12+34']) {
    expect(normalisePhone(text, 'JO')).toBeUndefined();
  }
});

test('every habit of writing a Jordanian number gives the same digits', () => {
  const written = [
    '079 123 4567',
    '+962 (0)79 1234567',
    '00962-79-1234567',
    '962791234567',
    '+962 079 1234567',
    '٠٧٩١٢٣٤٥٦٧',
    '962791234567+',
  ];
  for (const text of written) expect(normalisePhone(text, 'JO')?.digits).toBe('962791234567');
});

test('countries differ in what is dialled before a number', () => {
  expect(normalisePhone('01712345678', 'BD')?.digits).toBe('8801712345678');
  expect(normalisePhone('8 912 345 67 89', 'RU')?.digits).toBe('79123456789');
  expect(normalisePhone('06 1234 5678', 'IT')?.digits).toBe('390612345678');
  expect(normalisePhone('5512 3456', 'QA')?.digits).toBe('97455123456');
  expect(normalisePhone('03 123456', 'LB')?.digits).toBe('9613123456');
  expect(normalisePhone('001 962 79 123 4567', 'KR')?.digits).toBe('962791234567');
});

test('a short code stays a short code, and without a country nothing is invented', () => {
  expect(normalisePhone('1099', 'JO')).toEqual({ digits: '1099', international: false, typed: '1099' });
  expect(normalisePhone('0791234567')?.international).toBe(false);
});

test('what was typed is kept', () => {
  expect(normalisePhone(' 079 123 4567 ', 'JO')?.typed).toBe('079 123 4567');
});
