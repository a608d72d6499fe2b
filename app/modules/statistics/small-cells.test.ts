import { expect, test } from 'vitest';
import { type CountOfCode, type ProtectedTable, protectNumber, protectTable } from './small-cells.ts';

const table = (...counts: number[]): CountOfCode[] =>
  counts.map((n, index) => ({ code: String.fromCharCode(97 + index), n }));
const print = ({ rows, withheld }: ProtectedTable) =>
  withheld ? 'withheld' : rows.map(({ cell }) => (cell.kind === 'count' ? cell.n : cell.kind)).join(' ');

test('a single small count is not left to be found by subtracting', () => {
  expect(print(protectTable(table(40, 30, 12, 3), 5))).toBe('40 30 hidden few');
});

test('when hiding the next count would still give the small one away, more is hidden', () => {
  // 1 + 5 = 6: with only one hidden count of at least five, the small one could only be 1.
  expect(print(protectTable(table(40, 9, 5, 1), 5))).toBe('40 hidden hidden few');
});

test('two small counts that could only be 1 and 1 do not protect each other', () => {
  expect(print(protectTable(table(40, 20, 1, 1), 5))).toBe('40 hidden few few');
});

test('several small counts that leave every possibility open need nothing else hidden', () => {
  expect(print(protectTable(table(40, 20, 2, 3), 5))).toBe('40 20 few few');
});

test('where nothing protects, nothing of the table is shown', () => {
  expect(print(protectTable(table(4, 4), 5))).toBe('withheld');
});

test('under a total that is itself small every count is few', () => {
  expect(print(protectTable(table(2, 1), 5))).toBe('few few');
});

test('the order does not tell which of two unseen counts is larger', () => {
  const counts = [
    { code: 'x', n: 4 },
    { code: 'a', n: 2 },
    { code: 'm', n: 50 },
    { code: 'b', n: 4 },
    { code: 'q', n: 60 },
  ];
  expect(protectTable(counts, 5).rows.map(({ code }) => code)).toEqual(['q', 'm', 'a', 'b', 'x']);
});

test('a reader without a threshold sees every number', () => {
  expect(print(protectTable(table(40, 3), undefined))).toBe('40 3');
  expect(protectNumber(3, undefined)).toEqual({ kind: 'count', n: 3 });
});

test('numbers below the threshold are few, none is none', () => {
  expect([0, 1, 4, 5].map((n) => protectNumber(n, 5).kind)).toEqual(['count', 'few', 'few', 'count']);
});

test('whoever knows the rule and subtracts learns no small count', () => {
  for (let a = 0; a <= 9; a += 1) {
    for (let b = 0; b <= 9; b += 1) {
      for (let c = 0; c <= 9; c += 1) {
        const counts = table(a, b, c);
        const seen = print(protectTable(counts, 5));
        if (!seen.includes('few') || a + b + c < 5) continue;
        // Every table with the same total and the same rows that would be shown in the same words.
        const possible = [];
        for (let x = 0; x <= 30; x += 1) {
          for (let y = 0; y <= 30; y += 1) {
            const z = a + b + c - x - y;
            if (
              z >= 0 &&
              [x, y, z].every((n, index) => n > 0 === ([a, b, c][index] ?? 0) > 0) &&
              print(protectTable(table(x, y, z), 5)) === seen
            ) {
              possible.push([x, y, z]);
            }
          }
        }
        const small = [a, b, c].flatMap((n, index) => (n > 0 && n < 5 ? [index] : []));
        for (const index of small) {
          expect(
            new Set(possible.map((each) => each[index])).size,
            `${a} ${b} ${c}: ${seen}`,
          ).toBeGreaterThan(1);
        }
      }
    }
  }
});
