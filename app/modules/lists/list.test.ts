import { expect, test } from 'vitest';
import { chosenColumns, keptFilter, lists } from './list.ts';

test('what was searched for is never kept, nor anything a list does not know', () => {
  expect(
    keptFilter('people', [
      ['q', 'Amina'],
      ['after', 'x'],
      ['sex', 'female'],
      ['nationality', ''],
    ]),
  ).toEqual({
    sex: 'female',
  });
});

test('a filter is kept in the same order however it was asked, and never at length', () => {
  const kept = keptFilter('contacts', [
    ['topic', 'returns'],
    ['from', '2026-01-01'],
    ['district', 'x'.repeat(500)],
  ]);
  expect(Object.keys(kept)).toEqual(['from', 'topic', 'district']);
  expect(kept['district']).toHaveLength(80);
});

test('columns are known, each once, and the one that names the row stays', () => {
  expect(chosenColumns('contacts', ['minutes', 'password', 'minutes'])).toEqual(['day', 'minutes']);
  expect(chosenColumns('people', ['stage', 'name'])).toEqual(['stage', 'name']);
  expect(chosenColumns('people', [])).toEqual(lists.people.usual);
});
