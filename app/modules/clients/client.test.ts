import { expect, test } from 'vitest';
import { parseBirth } from '#platform/language/parse-birth.ts';
import { calledName, countableBirth, formatFileNo, otherNames, retentionDay } from './client.ts';

const today = '2026-03-10';
const born = (input: Parameters<typeof parseBirth>[0]) => {
  const parsed = parseBirth(input, today);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.birth;
};

test('a person is called by the main name, and the others stay beside it', () => {
  const names = [
    { given: 'پروین', kind: 'alias' as const },
    { given: 'Parwin', family: 'Haidari', kind: 'main' as const },
  ];
  expect(calledName({ names })).toBe('Parwin Haidari');
  expect(otherNames({ names })).toEqual(['پروین']);
  expect(calledName({ names: [] })).toBe('');
});

test('of an unknown birth nothing is counted but a stated band', () => {
  expect(countableBirth(undefined, today)).toEqual({
    birthYear: null,
    birthPrecision: 'unknown',
    ageBand: 'unknown',
    minor: false,
  });
  expect(countableBirth(undefined, today, '15_17')).toEqual({
    birthYear: null,
    birthPrecision: 'band',
    ageBand: '15_17',
    minor: true,
  });
});

test('whoever may be under eighteen is treated as a child', () => {
  expect(countableBirth(born({ calendar: 'gregory', year: 2008 }), today)).toMatchObject({
    minor: true,
    birthPrecision: 'year',
  });
  expect(countableBirth(born({ calendar: 'gregory', year: 2008, month: 3, day: 10 }), today)).toMatchObject({
    minor: false,
    ageBand: '18_24',
  });
  expect(countableBirth(born({ calendar: 'gregory', age: 18 }), today)).toMatchObject({
    minor: false,
    birthPrecision: 'estimated',
  });
});

test('a birth in another calendar is counted by its own year', () => {
  expect(countableBirth(born({ calendar: 'persian', year: 1370, month: 1, day: 1 }), today)).toMatchObject({
    birthYear: 1991,
    birthPrecision: 'exact',
  });
});

test('a file number has its centre’s letter, the year and five digits', () => {
  expect(formatFileNo('K', 2026, 123)).toBe('K-2026-00123');
  expect(formatFileNo('MRC', 2026, 123456)).toBe('MRC-2026-123456');
});

test('a file is kept for whole years after the last contact, a leap day included', () => {
  expect(retentionDay('2026-03-10', 2)).toBe('2028-03-10');
  expect(retentionDay('2024-02-29', 2)).toBe('2026-02-28');
});
