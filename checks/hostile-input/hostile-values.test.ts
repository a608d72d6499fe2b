import { expect, test } from 'vitest';
import { findPoison, hostileValues } from './hostile-values.ts';

test.each(
  hostileValues.filter(({ poison, what }) => poison && what !== 'an object' && what !== 'a list in a list'),
)('$what would be noticed', ({ value }) => {
  expect(findPoison({ field: [value] })).toBeDefined();
});

test('names and notes as people write them are clean', () => {
  expect(
    findPoison({
      names: [{ given: 'عبد‌الله', family: 'O’Brien' }],
      note: 'two\nlines',
      count: 3,
      none: null,
    }),
  ).toBeUndefined();
});
