import { expect, test } from 'vitest';
import { periodOf } from '#modules/statistics/index.server.ts';
import { closedPeriods, periodValue } from './closed-periods.ts';

const find = (kind: 'month' | 'quarter' | 'year', day: string, calendar: 'gregory' | 'persian') =>
  periodOf(kind, day, calendar, { weekStart: 1 });
const closed = (today: string, calendar: 'gregory' | 'persian') =>
  closedPeriods(today, [calendar], find as Parameters<typeof closedPeriods>[2]);

test('a running period is never offered, not even on its last day', () => {
  const periods = closed('2026-03-31', 'gregory');
  expect(periods.every(({ next }) => next <= '2026-03-31')).toBe(true);
  expect(periodValue(periods[0] ?? ({} as never))).toBe('month/gregory/2026-02-01');
});

test('the day after, the month and the quarter are over', () => {
  const periods = closed('2026-04-01', 'gregory').map(periodValue);
  expect(periods).toContain('month/gregory/2026-03-01');
  expect(periods).toContain('quarter/gregory/2026-01-01');
  expect(periods).not.toContain('year/gregory/2026-01-01');
});

test('months of another calendar have its own edges', () => {
  expect(closed('2026-04-21', 'persian')[0]).toMatchObject({ first: '2026-03-21', next: '2026-04-21' });
});
