import { describe, expect, test } from 'vitest';
import { findHoursFault, readTime, sortHours, weekFrom } from './opening-hours.ts';

describe('a time as somebody types it', () => {
  test.each(['', 'nine', '25:00', '9:60', '930', '-1:00', '09:30:00'])('refuses %j', (typed) => {
    expect(readTime(typed)).toBeUndefined();
  });
  test.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['17.15', '17:15'],
    ['۰۸:۳۰', '08:30'],
    ['٩', '09:00'],
  ])('reads %j', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });
});

test('an opening that ends before it begins is named', () => {
  expect(findHoursFault([{ day: 1, from: '17:00', to: '09:00' }])).toEqual({ at: 0, code: 'time-order' });
});

test('two openings of one day must not overlap, but may touch', () => {
  const morning = { day: 1, from: '09:00', to: '12:00' };
  expect(findHoursFault([morning, { day: 1, from: '11:30', to: '15:00' }])).toEqual({
    at: 1,
    code: 'times-overlap',
  });
  expect(
    findHoursFault([morning, { day: 1, from: '12:00', to: '15:00' }, { day: 2, from: '11:00', to: '15:00' }]),
  ).toBeUndefined();
});

test('the week begins where the centre says', () => {
  expect(weekFrom(6)).toEqual([6, 0, 1, 2, 3, 4, 5]);
  const sorted = sortHours(
    [
      { day: 5, from: '09:00', to: '12:00' },
      { day: 6, from: '13:00', to: '16:00' },
      { day: 6, from: '08:00', to: '12:00' },
    ],
    6,
  );
  expect(sorted.map(({ day, from }) => `${day} ${from}`)).toEqual(['6 08:00', '6 13:00', '5 09:00']);
});
