import { describe, expect, test } from 'vitest';
import { ageRange, mayBeChild } from './birth.ts';
import type { CalendarName } from './interface-languages.ts';
import { type BirthInput, parseBirth } from './parse-birth.ts';

const today = '2026-11-22';
const problem = (input: BirthInput) => {
  const result = parseBirth(input, today);
  return result.ok ? undefined : result.problem;
};
const birth = (calendar: CalendarName, text: string) => {
  const result = parseBirth({ calendar, text }, today);
  if (!result.ok) throw new Error(`${text}: ${result.problem.code}`);
  return result.birth;
};

describe('refusals', () => {
  test('nothing at all', () => {
    expect(problem({ calendar: 'gregory', text: ' ' })).toEqual({ code: 'required' });
  });
  test.each([
    ['gregory', '29/2/2023', 'not-a-date'],
    ['gregory', '12/13/1990', 'not-a-date'],
    ['gregory', 'spring 1990', 'not-a-date'],
    ['gregory', '1 2 3 1990', 'not-a-date'],
    ['persian', '30/12/1400', 'not-a-date'],
    ['gregory', '12/3/70', 'not-a-year'],
    ['gregory', '23/11/2026', 'in-the-future'],
    ['persian', '2/9/1405', 'in-the-future'],
    ['gregory', '1880', 'too-long-ago'],
  ] as const)('%s %s is %s', (calendar, text, code) => {
    expect(problem({ calendar, text })).toEqual({ code });
  });
  test('a day without a month', () => {
    expect(problem({ calendar: 'gregory', year: 1990, day: 3 })).toEqual({ code: 'not-a-date' });
  });
  test('an age that nobody reaches', () => {
    expect(problem({ calendar: 'gregory', age: '121' })).toEqual({ code: 'not-an-age' });
    expect(problem({ calendar: 'gregory', age: '-1' })).toEqual({ code: 'not-an-age' });
  });
  test('a year of another calendar, which is then named', () => {
    expect(problem({ calendar: 'persian', text: '1990' })).toEqual({
      code: 'wrong-calendar',
      suggested: 'gregory',
    });
    expect(problem({ calendar: 'gregory', text: '1370' })).toEqual({
      code: 'wrong-calendar',
      suggested: 'persian',
    });
  });
});

test('day, month, year and year, month, day are both read, in any digits', () => {
  for (const text of [
    '12/3/1990',
    '1990-03-12',
    '12.3.1990',
    '١٢/٣/١٩٩٠',
    '১২ ৩ ১৯৯০',
    '12 March 1990',
    'March 12, 1990',
    '١٢ آذار ١٩٩٠',
    '١٢ مارس ١٩٩٠',
    '১২ মার্চ ১৯৯০',
  ]) {
    expect(birth('gregory', text).isoDate).toBe('1990-03-12');
  }
});

test('Afghan month names are known', () => {
  expect(birth('persian', '۵ حمل ۱۳۷۰').isoDate).toBe('1991-03-25');
  expect(birth('persian', '۵ سرطان ۱۳۷۰').isoDate).toBe('1991-06-26');
});

test('what was said is kept with its calendar', () => {
  expect(birth('persian', ' ۱۳۷۰/۵/۱۲ ').asEntered).toEqual({ calendar: 'persian', text: '۱۳۷۰/۵/۱۲' });
});

test('month and year are a span of one month', () => {
  expect(birth('gregory', 'March 1990')).toMatchObject({
    kind: 'date',
    precision: 'month',
    earliest: '1990-03-01',
    latest: '1990-03-31',
  });
});

test('a Solar Hijri year spans two Gregorian years and counts as the one it shares most', () => {
  expect(birth('persian', '1387')).toMatchObject({
    kind: 'year',
    precision: 'year',
    year: 2008,
    earliest: '2008-03-20',
    latest: '2009-03-20',
  });
});

test('an age is the span of a year that ends today', () => {
  const result = parseBirth({ calendar: 'gregory', age: '۳۵' }, today);
  expect(result.ok && result.birth).toMatchObject({
    kind: 'age',
    precision: 'estimated',
    earliest: '1990-11-23',
    latest: '1991-11-22',
  });
  expect(result.ok && ageRange(result.birth, today)).toEqual({ youngest: 35, oldest: 35 });
});

test('an age told on 29 February is counted right', () => {
  const result = parseBirth({ calendar: 'gregory', age: 3 }, '2024-02-29');
  expect(result.ok && ageRange(result.birth, '2024-02-29')).toEqual({ youngest: 3, oldest: 3 });
});

test('whoever may be under eighteen is treated as a child', () => {
  expect(mayBeChild(birth('gregory', '2008'), today)).toBe(true);
  expect(mayBeChild(birth('gregory', '2007'), today)).toBe(false);
  expect(mayBeChild(birth('gregory', '22/11/2008'), today)).toBe(false);
  expect(mayBeChild(birth('gregory', '1/12/2008'), today)).toBe(true);
});
