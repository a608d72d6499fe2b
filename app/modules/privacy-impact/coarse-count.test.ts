import { expect, test } from 'vitest';
import { coarseCount } from './coarse-count.ts';

test('fewer than the threshold are not told apart', () => {
  expect(coarseCount(1, 11)).toEqual({ kind: 'few', below: 11 });
  expect(coarseCount(10, 11)).toEqual(coarseCount(1, 11));
});

test('more are rounded down to tens, but not under the threshold', () => {
  expect(coarseCount(11, 11)).toEqual({ kind: 'at-least', n: 11 });
  expect(coarseCount(19, 11)).toEqual({ kind: 'at-least', n: 11 });
  expect(coarseCount(2_999, 11)).toEqual({ kind: 'at-least', n: 2_990 });
});

test('nobody is nobody', () => {
  expect(coarseCount(0, 11)).toEqual({ kind: 'none' });
});
