import { expect, test } from 'vitest';
import { joinWords } from './join-words.ts';

test('each script has its own comma, and nothing is no part', () => {
  expect(joinWords('en', ['a', '', undefined, null, false, 'b'])).toBe('a, b');
  expect(joinWords('ar', ['أ', 'ب'])).toBe('أ، ب');
});
