import { expect, test } from 'vitest';
import { settleTallies } from './run-twice.ts';

const first = { passed: 10, failed: 2, skipped: 1 };

test('what fails twice has failed', () => {
  expect(settleTallies(first, { passed: 4, failed: 1, skipped: 0 }, ['a.test.ts'])).toEqual({
    passed: 10,
    failed: 1,
    skipped: 1,
  });
});

test('what passes alone counts as passed, and the number of tests stays', () => {
  expect(settleTallies(first, { passed: 6, failed: 0, skipped: 0 }, ['a.test.ts'])).toEqual({
    passed: 12,
    failed: 0,
    skipped: 1,
  });
});
