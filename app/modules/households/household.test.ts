import { expect, test } from 'vitest';
import { assentGap, guardianState } from './household.ts';

test('a child without the child’s word and without a reason is not enough', () => {
  expect(assentGap({ assent: false })).toEqual({ field: 'assent', code: 'assent-missing' });
  expect(assentGap({ assent: false, note: 'Two months old' })).toBeUndefined();
  expect(assentGap({ assent: true })).toBeUndefined();
});

test.each([
  ['a child with nobody', true, 0, undefined, 'missing'],
  ['a child whose guardian cannot be reached', true, 0, 'not_reachable', 'lost'],
  ['a child with a guardian', true, 1, undefined, 'in-force'],
  ['a child with a new guardian after one was lost', true, 1, 'not_reachable', 'in-force'],
  ['somebody who came of age', false, 1, undefined, 'of-age'],
  ['an adult', false, 0, 'of_age', 'none-needed'],
] as const)('%s', (_who, minor, inForce, ended, state) => {
  expect(guardianState(minor, inForce, ended)).toBe(state);
});
