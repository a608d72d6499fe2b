import { expect, it } from 'vitest';
import { hourSpans } from './public-centre.ts';

const day = (number: number, from = '08:00', to = '16:00') => ({ day: number, from, to });

it('says nothing where no hours are known', () => expect(hourSpans([])).toEqual([]));

it('joins days that follow each other with the same hours, over the end of the week too', () => {
  const spans = hourSpans([day(6), day(0), day(1), day(4, '08:00', '12:00')]);
  expect(spans.map(({ first, last }) => [first, last])).toEqual([
    [6, 1],
    [4, 4],
  ]);
});

it('keeps two openings on one day together', () => {
  const split = (which: number) => [day(which, '08:00', '12:00'), day(which, '14:00', '17:00')];
  const spans = hourSpans([...split(1), ...split(2)]);
  expect(spans).toHaveLength(1);
  expect(spans[0]?.times).toHaveLength(2);
});

it('does not join days with a closed day between them', () => {
  expect(hourSpans([day(1), day(3)])).toHaveLength(2);
});
