import { expect, test } from 'vitest';
import { findFault, hangsOnOne } from './opening.ts';

test('without a proven sheet nobody gives up the key file', () => {
  expect(findFault({ mode: 'person', people: 1 }, { keepers: 9, sheetProven: false })).toBe(
    'sheet-not-proven',
  );
});

test('without anybody who can open it the house does not wait for a person', () => {
  expect(findFault({ mode: 'person', people: 1 }, { keepers: 0, sheetProven: true })).toBe('too-few-people');
});

test('two open only where three could, whichever way the house opens', () => {
  const two = { keepers: 2, sheetProven: true };
  expect(findFault({ mode: 'person', people: 2 }, two)).toBe('too-few-people');
  expect(findFault({ mode: 'automatic', people: 2 }, two)).toBe('too-few-people');
  expect(findFault({ mode: 'person', people: 2 }, { keepers: 3, sheetProven: true })).toBeUndefined();
});

test('the machine may open the house by itself with nobody', () => {
  expect(findFault({ mode: 'automatic', people: 1 }, { keepers: 0, sheetProven: false })).toBeUndefined();
});

test('a house hangs on one where nobody may be missing', () => {
  expect(hangsOnOne({ mode: 'person', people: 1 }, { keepers: 1 })).toBe(true);
  expect(hangsOnOne({ mode: 'person', people: 1 }, { keepers: 2 })).toBe(false);
  expect(hangsOnOne({ mode: 'person', people: 2 }, { keepers: 2 })).toBe(true);
});
