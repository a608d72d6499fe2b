import { expect, test } from 'vitest';
import { isCopyDue, isDrillDue } from './due.ts';

const now = new Date('2026-06-10T10:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const copies = { hour: 1, copyWanted: null, lastCopy: ago(8), lastCopyTried: ago(8) };
const drills = { drillWanted: null, lastCopy: ago(8), lastDrill: ago(48), lastDrillTried: ago(48) };

test('no copy is due on the day on which one was made at its hour', () => {
  expect(isCopyDue(copies, now)).toBe(false);
});

test('a copy that failed is not tried again at once, but within the hour', () => {
  expect(isCopyDue({ ...copies, lastCopy: ago(60), lastCopyTried: ago(0.5) }, now)).toBe(false);
  expect(isCopyDue({ ...copies, lastCopy: ago(60), lastCopyTried: ago(1.1) }, now)).toBe(true);
});

test('a copy is due when there is none, when its hour was slept through, and when somebody asks', () => {
  expect(isCopyDue({ ...copies, lastCopy: null, lastCopyTried: null }, now)).toBe(true);
  expect(isCopyDue({ ...copies, lastCopy: ago(10), lastCopyTried: ago(10) }, now)).toBe(true);
  expect(isCopyDue({ ...copies, copyWanted: ago(0.1) }, now)).toBe(true);
  expect(isCopyDue({ ...copies, copyWanted: ago(9) }, now)).toBe(false);
});

test('no trial is due without a copy, or within the week', () => {
  expect(isDrillDue({ ...drills, lastCopy: null }, now)).toBe(false);
  expect(isDrillDue(drills, now)).toBe(false);
});

test('a trial is due each week, the day after one that failed, and when somebody asks', () => {
  expect(isDrillDue({ ...drills, lastDrill: ago(7 * 24) }, now)).toBe(true);
  expect(isDrillDue({ ...drills, lastDrill: null, lastDrillTried: ago(5) }, now)).toBe(false);
  expect(isDrillDue({ ...drills, lastDrill: null, lastDrillTried: ago(24) }, now)).toBe(true);
  expect(isDrillDue({ ...drills, drillWanted: ago(0.1) }, now)).toBe(true);
});
