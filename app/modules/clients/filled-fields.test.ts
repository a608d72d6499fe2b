import { expect, test } from 'vitest';
import { changedFields, filledFields } from './filled-fields.ts';

test('nothing, an empty text and an empty list are not filled', () => {
  expect(filledFields({ a: null, b: undefined, c: '', d: [], e: 0, f: false, g: 'x' })).toEqual([
    'e',
    'f',
    'g',
  ]);
});

test('the order of keys and an empty list are no change', () => {
  expect(changedFields({ a: { x: 1, y: 2 }, b: [] }, { a: { y: 2, x: 1 } })).toEqual([]);
});

test('a change deep within is a change of its field', () => {
  expect(changedFields({ a: [{ x: 1 }], b: 1 }, { a: [{ x: 2 }], b: 1, c: 'new' })).toEqual(['a', 'c']);
});
