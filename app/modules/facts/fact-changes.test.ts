import { expect, test } from 'vitest';
import { factChanges } from './fact-changes.ts';

test('nothing is told where nothing was changed', () => {
  expect(factChanges({ value: '5', checked_on: '2026-01-01' }, { value: '5', checked_on: null })).toEqual([]);
});

test('a change is told by its fields, also one that came or went', () => {
  expect(
    factChanges({ value: '5', text: null, unit: 'PKR' }, { value: '6', text: 'new', unit: null, other: 1 }),
  ).toEqual([
    { field: 'value', before: '5', after: '6' },
    { field: 'text', before: null, after: 'new' },
    { field: 'unit', before: 'PKR', after: null },
  ]);
});
