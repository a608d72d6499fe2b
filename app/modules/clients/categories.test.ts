import { expect, test } from 'vitest';
import { splitCategories } from './categories.ts';

test('what could endanger somebody is sealed, the rest is countable', () => {
  expect(
    splitCategories(['labour_migrant', 'victim_of_trafficking', 'student', 'irregular_migrant']),
  ).toEqual({
    plain: ['labour_migrant', 'student'],
    sealed: ['victim_of_trafficking', 'irregular_migrant'],
  });
});
