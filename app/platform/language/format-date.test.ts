import { expect, test } from 'vitest';
import { formatDay, formatMoment, formatMonth, formatWeekday } from './format-date.ts';

const day = '2026-03-21';

test('a day is written in the calendar and digits of the reader', () => {
  expect(formatDay(day, { language: 'en' })).toBe('21 March 2026');
  expect(formatDay(day, { language: 'fa-AF' })).toBe('۱ حمل ۱۴۰۵');
  expect(formatDay(day, { language: 'bn' })).toContain('২১ মার্চ');
  expect(formatDay(day, { language: 'am' })).toBe('12 መጋቢት 2018');
  expect(formatDay(day, { language: 'ar', calendar: 'islamic-umalqura' })).toContain('شوال');
});

test('no era is added that could be read as a time of day', () => {
  expect(formatDay(day, { language: 'en', calendar: 'persian' })).toBe('1 Farvardin 1405');
  expect(formatDay(day, { language: 'en', calendar: 'ethiopic' })).toBe('12 Megabit 2018');
});

test('Amman and Khartoum name the months differently', () => {
  expect(formatMonth(day, { language: 'ar', country: 'JO' })).toBe('آذار ٢٠٢٦');
  expect(formatMonth(day, { language: 'ar', country: 'SD' })).toBe('مارس ٢٠٢٦');
});

test('a Dari month stands before its year', () => {
  expect(formatMonth(day, { language: 'fa-AF' })).toBe('حمل ۱۴۰۵');
});

test('a moment is shown by the clock of the place', () => {
  const moment = new Date('2026-03-20T20:00:00Z');
  expect(formatMoment(moment, { language: 'en', timeZone: 'Asia/Kabul' })).toBe('21 March 2026 at 00:30');
  expect(formatWeekday(day, { language: 'en' })).toBe('Saturday');
});
