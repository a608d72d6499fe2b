import { expect, test } from 'vitest';
import { findMonth, monthOf, monthOfFigures } from './period.ts';

test('a month that the calendar does not have, that lies ahead or that is no month is not found', () => {
  for (const wrong of [
    '2026-13',
    '2026-00',
    '2026-04',
    '2027-01',
    '1800-01',
    'march',
    '2026-3',
    '2026-03-01',
  ]) {
    expect(findMonth('gregory', wrong, '2026-03-10')).toBeUndefined();
  }
  expect(findMonth('persian', '1405-01', '2026-03-10')).toBeUndefined();
});

test('a Gregorian month has its days', () => {
  expect(findMonth('gregory', '2026-02', '2026-03-10')).toEqual({
    calendar: 'gregory',
    month: '2026-02',
    firstDay: '2026-02-01',
    nextDay: '2026-03-01',
  });
});

test('a Solar Hijri month begins where its own calendar says', () => {
  // 1 Hamal 1405 is 21 March 2026; Hut 1404 has 29 days.
  expect(monthOf('persian', '2026-03-10')).toEqual({
    calendar: 'persian',
    month: '1404-12',
    firstDay: '2026-02-20',
    nextDay: '2026-03-21',
  });
  expect(monthOf('persian', '2026-03-21').month).toBe('1405-01');
});

test('a month that ended is compared with the whole month before', () => {
  const month = monthOfFigures(monthOf('gregory', '2026-02-14'), '2026-03-10');
  expect(month).toMatchObject({
    running: false,
    previous: '2026-01',
    next: '2026-03',
    compared: { firstDay: '2026-01-01', nextDay: '2026-02-01' },
  });
});

test('the running month is compared with as many days of the month before', () => {
  const month = monthOfFigures(monthOf('gregory', '2026-03-10'), '2026-03-10');
  expect(month).toMatchObject({
    running: true,
    next: undefined,
    compared: { firstDay: '2026-02-01', nextDay: '2026-02-11' },
  });
});

test('a shorter month before is compared whole', () => {
  expect(monthOfFigures(monthOf('gregory', '2026-03-31'), '2026-03-31').compared).toEqual({
    firstDay: '2026-02-01',
    nextDay: '2026-03-01',
  });
});

test('the first month of a year follows the last of the year before', () => {
  expect(monthOfFigures(monthOf('persian', '2026-03-25'), '2026-03-25').previous).toBe('1404-12');
});
