import { expect, test } from 'vitest';
import { chooseKept, chooseKeptKeys, usualKept } from './kept-copies.ts';

const now = new Date('2026-06-30T02:00:00Z');
const day = 24 * 3_600_000;
const copy = (days: number) => ({ days, madeAt: new Date(now.getTime() - days * day).toISOString() });
const everyDay = Array.from({ length: 500 }, (_, days) => copy(days));
const daysOf = (kept: Set<{ days: number }>) => [...kept].map(({ days }) => days).sort((a, b) => a - b);

test('no copy of keys is older than thirty days, even when it is the only one', () => {
  expect(chooseKeptKeys([copy(31)], usualKept, now).size).toBe(0);
  const kept = chooseKeptKeys(everyDay, { daily: 400, weekly: 50, monthly: 50 }, now);
  expect(Math.max(...daysOf(kept))).toBeLessThanOrEqual(30);
});

test('the newest copy of the records stays, however old it is', () => {
  expect(daysOf(chooseKept([copy(400), copy(401)], { daily: 1, weekly: 0, monthly: 0 }, now))).toEqual([400]);
});

test('of the records the newest of seven days, five weeks and twelve months stay', () => {
  const kept = chooseKept(everyDay, usualKept, now);
  expect(daysOf(kept).slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(kept.size).toBeLessThanOrEqual(7 + 5 + 12);
  const months = new Set([...kept].map(({ madeAt }) => madeAt.slice(0, 7)));
  expect(months.size).toBe(12);
});

test('a second copy of the same day does not push out the first before a day is over', () => {
  const both = [copy(0), copy(0.3)];
  expect(chooseKept(both, { daily: 1, weekly: 0, monthly: 0 }, now).size).toBe(2);
});
