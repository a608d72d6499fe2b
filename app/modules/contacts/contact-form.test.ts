import { expect, test } from 'vitest';
import { contactInput, dayInput, followUpInput } from './contact-form.ts';

test('numbers count in Persian, Bengali and Latin digits', () => {
  expect([
    contactInput({ minutes: '۱۵' }, '2026-03-10').minutes,
    contactInput({ minutes: '২০' }, '2026-03-10').minutes,
    contactInput({ minutes: '7' }, '2026-03-10').minutes,
  ]).toEqual([15, 20, 7]);
});

test('what is no number goes on as it was typed, for the schema to refuse', () => {
  expect(contactInput({ minutes: 'a while' }, '2026-03-10').minutes).toBe('a while');
});

test('one topic is a list too', () => {
  expect(contactInput({ topics: 'visa_procedure' }, '2026-03-10').topics).toEqual(['visa_procedure']);
});

test('a day in the Solar Hijri calendar is the same day', () => {
  expect(dayInput({ day: '19', month: '12', year: '1404', calendar: 'persian' })).toBe('2026-03-10');
  expect(dayInput({ day: '31', month: '2', year: '2026', calendar: 'gregory' })).toBe('not a day');
  expect(dayInput(undefined)).toBeUndefined();
});

test('a follow-up in so many days falls on its day; none chosen is none', () => {
  expect(followUpInput({ in: '30', way: 'phone' }, '2026-03-10')).toMatchObject({
    dueOn: '2026-04-09',
    way: 'phone',
  });
  expect(followUpInput({ in: '' }, '2026-03-10')).toBeUndefined();
  expect(followUpInput({ in: 'date' }, '2026-03-10')).toMatchObject({ dueOn: '' });
});
