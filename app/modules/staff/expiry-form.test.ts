import { expect, test } from 'vitest';
import { dayForForm, dayOfForm } from './expiry-form.ts';

test('half a date and a day that does not exist are refused', () => {
  for (const typed of [
    { day: '1', month: '2' },
    { day: '31', month: '2', year: '2027' },
    { day: 'x', month: '2', year: '2027' },
  ]) {
    expect(() => dayOfForm(typed, 'expiresOn', 'gregory')).toThrow('input.invalid');
  }
});

test('no date is no date', () => {
  expect(dayOfForm(undefined, 'expiresOn', 'gregory')).toBeUndefined();
  expect(dayOfForm({ calendar: 'persian' }, 'expiresOn', 'gregory')).toBeUndefined();
});

test('a day in the reader’s calendar and digits becomes the ISO day and back', () => {
  const iso = dayOfForm({ day: '۱', month: '۱', year: '۱۴۰۶', calendar: 'persian' }, 'expiresOn', 'gregory');
  expect(iso).toBe('2027-03-21');
  expect(dayForForm('2027-03-21', 'persian')).toEqual({
    day: '1',
    month: '1',
    year: '1406',
    calendar: 'persian',
  });
  expect(dayForForm(null, 'persian')).toBeUndefined();
});
