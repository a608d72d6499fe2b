import { expect, test } from 'vitest';
import { addDays } from '#platform/language/local-day.ts';
import {
  isRunning,
  lengthOf,
  ownPeriod,
  periodBefore,
  periodKinds,
  periodOf,
  periodYearAgo,
  sameStretch,
} from './period.ts';

const week = { weekStart: 6 };
const days = ({ firstDay, nextDay }: { firstDay: string; nextDay: string }) => `${firstDay} ${nextDay}`;
const shared = periodKinds.filter((kind) => kind !== 'own');

test('own dates that reach over more than 400 days are no period', () => {
  expect(ownPeriod('2025-01-01', '2026-02-05', 'gregory')).toBeUndefined();
  expect(ownPeriod('2025-01-01', '2026-02-04', 'gregory')).toMatchObject({ nextDay: '2026-02-05' });
});

test('own dates may be written in either order', () => {
  expect(ownPeriod('2026-03-14', '2026-03-05', 'persian')).toEqual(
    ownPeriod('2026-03-05', '2026-03-14', 'persian'),
  );
});

test('February has its leap day every fourth year, but not in 2100', () => {
  expect(days(periodOf('month', '2028-02-10', 'gregory', week))).toBe('2028-02-01 2028-03-01');
  expect(lengthOf(periodOf('month', '2028-02-10', 'gregory', week))).toBe(29);
  expect(lengthOf(periodOf('month', '2100-02-10', 'gregory', week))).toBe(28);
});

test('Solar Hijri months have 31, 30 and 29 days, and in a leap year Hut has 30', () => {
  expect(days(periodOf('month', '2026-03-25', 'persian', week))).toBe('2026-03-21 2026-04-21');
  expect(lengthOf(periodOf('month', '2025-10-01', 'persian', week))).toBe(30);
  // 1404 is common, 1403 was a leap year.
  expect(days(periodOf('month', '2026-03-01', 'persian', week))).toBe('2026-02-20 2026-03-21');
  expect(lengthOf(periodOf('month', '2025-03-01', 'persian', week))).toBe(30);
});

test('a quarter and a year begin with the year of their calendar', () => {
  expect(days(periodOf('quarter', '2026-06-30', 'gregory', week))).toBe('2026-04-01 2026-07-01');
  expect(days(periodOf('quarter', '2026-12-31', 'gregory', week))).toBe('2026-10-01 2027-01-01');
  expect(days(periodOf('quarter', '2026-03-20', 'persian', week))).toBe('2025-12-22 2026-03-21');
  expect(days(periodOf('year', '2025-03-20', 'persian', week))).toBe('2024-03-20 2025-03-21');
  expect(lengthOf(periodOf('year', '2025-03-20', 'persian', week))).toBe(366);
  expect(lengthOf(periodOf('year', '2026-01-01', 'islamic-civil', week))).toBeLessThan(356);
});

test('the five days of Pagume belong to the last quarter of the Ethiopic year', () => {
  const quarter = periodOf('quarter', '2026-09-08', 'ethiopic', week);
  expect(quarter.nextDay).toBe(periodOf('year', '2026-09-08', 'ethiopic', week).nextDay);
  expect(lengthOf(quarter)).toBe(95);
});

test('a week begins where the country begins it', () => {
  expect(days(periodOf('week', '2026-03-10', 'gregory', { weekStart: 6 }))).toBe('2026-03-07 2026-03-14');
  expect(days(periodOf('week', '2026-03-10', 'gregory', { weekStart: 1 }))).toBe('2026-03-09 2026-03-16');
  expect(days(periodOf('week', '2026-03-08', 'gregory', { weekStart: 0 }))).toBe('2026-03-08 2026-03-15');
});

test('periods of a kind follow one another without a gap or an overlap, over leap years too', () => {
  for (const calendar of ['gregory', 'persian', 'islamic-umalqura', 'ethiopic'] as const) {
    for (const kind of shared) {
      let period = periodOf(kind, '2023-12-15', calendar, week);
      for (let at = 0; at < 60; at += 1) {
        const next = periodOf(kind, period.nextDay, calendar, week);
        expect(next.firstDay).toBe(period.nextDay);
        expect(periodBefore(next, week)).toEqual(period);
        expect(periodOf(kind, addDays(next.nextDay, -1), calendar, week)).toEqual(next);
        period = next;
      }
    }
  }
});

test('own dates are compared with as many days before them', () => {
  const period = ownPeriod('2026-03-05', '2026-03-14', 'gregory');
  if (!period) throw new Error('too long');
  expect(days(periodBefore(period, week))).toBe('2026-02-23 2026-03-05');
});

test('a year ago is the same month of the calendar, the week 52 weeks earlier, the day before for a leap day', () => {
  expect(days(periodYearAgo(periodOf('month', '2026-03-10', 'persian', week), week))).toBe(
    '2025-02-19 2025-03-21',
  );
  expect(days(periodYearAgo(periodOf('week', '2026-03-10', 'gregory', week), week))).toBe(
    '2025-03-08 2025-03-15',
  );
  expect(days(periodYearAgo(periodOf('day', '2028-02-29', 'gregory', week), week))).toBe(
    '2027-02-28 2027-03-01',
  );
  expect(days(periodYearAgo(periodOf('quarter', '2026-05-02', 'gregory', week), week))).toBe(
    '2025-04-01 2025-07-01',
  );
});

test('a running period is compared with as many days as have passed, at most with all', () => {
  const march = periodOf('month', '2026-03-10', 'gregory', week);
  const february = periodBefore(march, week);
  expect(isRunning(march, '2026-03-31')).toBe(true);
  expect(isRunning(march, '2026-04-01')).toBe(false);
  expect(days(sameStretch(march, february, '2026-03-10'))).toBe('2026-02-01 2026-02-11');
  expect(days(sameStretch(march, february, '2026-03-31'))).toBe('2026-02-01 2026-03-01');
  expect(days(sameStretch(february, march, '2026-04-10'))).toBe('2026-03-01 2026-04-01');
});
