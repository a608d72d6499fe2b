import { expect, test } from 'vitest';
import { layColumns, stepOf } from './column-chart.ts';

test('lines stand at numbers that people count in', () => {
  expect([1, 3, 7, 40, 130, 999].map((most) => stepOf(most))).toEqual([1, 1, 2, 10, 50, 500]);
});

test('the highest column stays under the highest line, and nothing is drawn outside', () => {
  for (const values of [[0], [1, 2, 3], [17, 0, 93], Array.from({ length: 62 }, (_, at) => at * 31)]) {
    for (const isMirrored of [false, true]) {
      const { columns, lines, width, ground } = layColumns(values, isMirrored);
      expect(lines.at(-1)?.value).toBeGreaterThanOrEqual(Math.max(...values));
      for (const column of columns) {
        expect(column.x).toBeGreaterThanOrEqual(0);
        expect(column.x + column.width).toBeLessThanOrEqual(width);
        expect(column.y + column.height).toBeCloseTo(ground);
        expect(column.y).toBeGreaterThanOrEqual(0);
      }
    }
  }
});

test('for readers from right to left the first column stands at the right', () => {
  const { columns } = layColumns([1, 2, 3], true);
  expect(columns[0]?.x).toBeGreaterThan(columns[2]?.x ?? 0);
});
