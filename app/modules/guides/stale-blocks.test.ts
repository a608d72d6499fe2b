import { expect, test } from 'vitest';
import { blockHash } from './parse-body.ts';
import { isWhole, sideBySide, staleBlocks } from './stale-blocks.ts';

const source = 'First.\n\nSecond.\n\nThird.';
const basis = ['First.', 'Second.', 'Third.'].map(blockHash);

test('a translation of the source as it is has nothing behind', () => {
  expect(staleBlocks(basis, source)).toEqual([]);
  expect(isWhole(basis, source)).toBe(true);
});

test('a changed paragraph is marked, the others are not', () => {
  expect(staleBlocks(basis, 'First.\n\nSecond, changed.\n\nThird.')).toEqual([1]);
  expect(isWhole(basis, 'First.\n\nSecond, changed.\n\nThird.')).toBe(false);
});

test('a paragraph put in the middle makes the translation incomplete and moves nothing', () => {
  const now = 'First.\n\nNew.\n\nSecond.\n\nThird.';
  expect(staleBlocks(basis, now)).toEqual([]);
  expect(isWhole(basis, now)).toBe(false);
  expect(sideBySide(now, { body: 'Eins.\n\nZwei.\n\nDrei.', basis }).map(({ text }) => text)).toEqual([
    'Eins.',
    '',
    'Zwei.',
    'Drei.',
  ]);
});

test('a changed paragraph keeps its old translation beside it', () => {
  const pairs = sideBySide('First.\n\nChanged.\n\nThird.', { body: 'Eins.\n\nZwei.\n\nDrei.', basis });
  expect(pairs[1]).toMatchObject({ source: 'Changed.', text: 'Zwei.', isCurrent: false });
});

test('without a translation every place is empty', () => {
  expect(sideBySide(source, undefined).every(({ text, isCurrent }) => text === '' && !isCurrent)).toBe(true);
});
