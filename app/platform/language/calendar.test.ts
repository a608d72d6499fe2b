import { expect, test } from 'vitest';
import { calendarsOf, daysInMonth, entryCalendars, fromIsoDay, toIsoDay } from './calendar.ts';

test('days that a calendar does not have are refused', () => {
  expect(toIsoDay('gregory', { year: 2023, month: 2, day: 29 })).toBeUndefined();
  expect(toIsoDay('persian', { year: 1400, month: 12, day: 30 })).toBeUndefined();
  expect(toIsoDay('persian', { year: 1400, month: 7, day: 31 })).toBeUndefined();
  expect(toIsoDay('ethiopic', { year: 2017, month: 13, day: 6 })).toBeUndefined();
  expect(toIsoDay('gregory', { year: 2023, month: 0, day: 1 })).toBeUndefined();
});

test('the leap years 1399 and 1403 of the Solar Hijri calendar end on their thirtieth day', () => {
  expect(toIsoDay('persian', { year: 1399, month: 12, day: 30 })).toBe('2021-03-20');
  expect(toIsoDay('persian', { year: 1400, month: 1, day: 1 })).toBe('2021-03-21');
  expect(toIsoDay('persian', { year: 1403, month: 12, day: 30 })).toBe('2025-03-20');
  expect(toIsoDay('persian', { year: 1404, month: 1, day: 1 })).toBe('2025-03-21');
});

test('the two Islamic calendars disagree on where months begin', () => {
  const firsts = Array.from({ length: 12 }, (_, month) => ({ year: 1446, month: month + 1, day: 1 }));
  const different = firsts.filter(
    (day) => toIsoDay('islamic-umalqura', day) !== toIsoDay('islamic-civil', day),
  );
  expect(different.length).toBeGreaterThan(0);
  expect(toIsoDay('islamic-umalqura', { year: 1446, month: 9, day: 1 })).toBe('2025-03-01');
});

test('the Ethiopian year begins in September and has a thirteenth month', () => {
  expect(toIsoDay('ethiopic', { year: 2017, month: 1, day: 1 })).toBe('2024-09-11');
  expect(daysInMonth('ethiopic', 2015, 13)).toBe(6);
  expect(daysInMonth('ethiopic', 2016, 13)).toBe(5);
});

test('every day of forty years goes to each calendar and comes back', () => {
  for (const calendar of ['persian', 'islamic-umalqura', 'islamic-civil', 'ethiopic'] as const) {
    for (let at = Date.UTC(1990, 0, 1); at < Date.UTC(2030, 0, 1); at += 13 * 86_400_000) {
      const isoDay = new Date(at).toISOString().slice(0, 10);
      expect(toIsoDay(calendar, fromIsoDay(isoDay, calendar))).toBe(isoDay);
    }
  }
});

test('a country offers its own calendars, and the reader theirs', () => {
  expect(calendarsOf('SA')).toEqual(['gregory', 'islamic-umalqura']);
  expect(calendarsOf('BD')).toEqual(['gregory']);
  expect(entryCalendars({ language: 'fa-AF', country: 'PK' })).toEqual(['gregory', 'persian']);
  expect(entryCalendars({ language: 'en', country: 'AF' })[0]).toBe('persian');
});
