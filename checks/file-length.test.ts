import { expect, test } from 'vitest';
import { countLines, tooLong } from './file-length.ts';

test('a file over the limit is named with its length', () => {
  const lines = countLines('x\n'.repeat(401));
  expect(tooLong([{ file: 'app/long.ts', lines }])).toEqual(['app/long.ts: 401 lines, 400 at most']);
});

test('a file of exactly the limit passes, with or without a last line break', () => {
  expect(tooLong([{ file: 'a.ts', lines: countLines('x\n'.repeat(400)) }])).toEqual([]);
  expect(countLines('x\nx')).toBe(2);
});
