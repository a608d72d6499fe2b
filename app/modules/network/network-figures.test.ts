import { expect, test } from 'vitest';
import { protectNetworkFigures } from './network-figures.ts';

const figures = (people: number, firstTime = people) => ({
  contacts: people * 2,
  people,
  first_time: firstTime,
  heads: 0,
  visits: 0,
});

test('a small number is hidden, and no sum lets it be worked out', () => {
  const { centres, sum, hidden } = protectNetworkFigures(
    [
      { id: 'a', figures: figures(30, 20) },
      { id: 'b', figures: figures(3) },
    ],
    5,
  );
  expect(centres[1]?.figures).toMatchObject({ people: null, first_time: null, contacts: 6, heads: 0 });
  expect(sum).toMatchObject({ people: null, first_time: null, contacts: 66, heads: 0 });
  expect(hidden).toBe(true);
});

test('two small numbers hide the sum too, because it may leave only one answer', () => {
  const { sum } = protectNetworkFigures(
    [
      { id: 'a', figures: figures(1) },
      { id: 'b', figures: figures(1) },
      { id: 'c', figures: figures(40, 30) },
    ],
    5,
  );
  expect(sum.people).toBeNull();
});

test('the few who are not new are not told by the many who are', () => {
  const { centres } = protectNetworkFigures([{ id: 'a', figures: figures(40, 38) }], 5);
  expect(centres[0]?.figures).toMatchObject({ people: 40, first_time: null });
});

test('zero is told', () => {
  const { sum, hidden } = protectNetworkFigures([{ id: 'a', figures: figures(0) }], 5);
  expect([sum.people, hidden]).toEqual([0, false]);
});
