import { expect, test } from 'vitest';
import { dayBounds, localDay, monthBounds, yearBounds } from './local-day.ts';

const hours = ({ start, end }: { start: Date; end: Date }) => (end.getTime() - start.getTime()) / 3_600_000;

test('Kabul is four and a half hours ahead', () => {
  expect(localDay(new Date('2026-11-21T19:29:59Z'), 'Asia/Kabul')).toBe('2026-11-21');
  expect(localDay(new Date('2026-11-21T19:30:00Z'), 'Asia/Kabul')).toBe('2026-11-22');
  expect(dayBounds('2026-11-22', 'Asia/Kabul').start.toISOString()).toBe('2026-11-21T19:30:00.000Z');
});

test('in Beirut a summer day begins at one o’clock because midnight is skipped', () => {
  const day = dayBounds('2026-03-29', 'Asia/Beirut');
  expect(day.start.toISOString()).toBe('2026-03-28T22:00:00.000Z');
  expect(hours(day)).toBe(23);
});

test('in Amman midnight came twice in the autumn of 2021 and the day begins at the first', () => {
  const day = dayBounds('2021-10-29', 'Asia/Amman');
  expect(day.start.toISOString()).toBe('2021-10-28T21:00:00.000Z');
  expect(hours(day)).toBe(25);
});

test('every moment between the bounds belongs to the day', () => {
  for (const zone of ['Asia/Beirut', 'Asia/Amman', 'Asia/Kabul', 'Europe/Berlin']) {
    const { start, end } = dayBounds('2021-10-29', zone);
    expect(localDay(start, zone)).toBe('2021-10-29');
    expect(localDay(new Date(end.getTime() - 1), zone)).toBe('2021-10-29');
    expect(localDay(end, zone)).toBe('2021-10-30');
  }
});

test('a month is that of the calendar asked for', () => {
  expect(monthBounds('2026-11-22', 'Asia/Kabul')).toMatchObject({
    firstDay: '2026-11-01',
    nextDay: '2026-12-01',
  });
  expect(monthBounds('2026-11-21', 'Asia/Kabul', 'persian')).toMatchObject({
    firstDay: '2026-10-23',
    nextDay: '2026-11-22',
  });
});

test('the leap year 1403 has 366 days', () => {
  const year = yearBounds('2024-06-01', 'Asia/Kabul', 'persian');
  expect(year).toMatchObject({ firstDay: '2024-03-20', nextDay: '2025-03-21' });
  expect(hours(year)).toBe(366 * 24);
});
