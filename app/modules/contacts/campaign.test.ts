import { expect, test } from 'vitest';
import { meanChange, settleCall } from './campaign.ts';

const tries = (...hours: number[]) => hours.map((hour) => ({ outcome: 'not_reached', hour }));

test('three tries at one hour are one try; at three hours they are enough', () => {
  expect(settleCall([], { outcome: 'not_reached', hour: 9 })).toBeUndefined();
  expect(settleCall(tries(9, 9, 9), { outcome: 'not_reached', hour: 9 })).toBeUndefined();
  expect(settleCall(tries(9, 12), { outcome: 'other_person', hour: 9 })).toBeUndefined();
  expect(settleCall(tries(9, 12), { outcome: 'not_reached', hour: 16 })).toBe('not_reached');
});

test('a call back that was wished for is no failed try', () => {
  expect(settleCall(tries(9, 12), { outcome: 'call_back', hour: 16 })).toBeUndefined();
  expect(
    settleCall([{ outcome: 'call_back', hour: 9 }, ...tries(12)], { outcome: 'not_reached', hour: 16 }),
  ).toBeUndefined();
});

test('whoever was reached, says no, or has another number ends it at once', () => {
  for (const outcome of ['reached', 'wrong_number', 'declined', 'asked_not_to_be_called'] as const)
    expect(settleCall([], { outcome, hour: 9 })).toBe(outcome);
});

test('the change is the mean over those who told both, and nothing where nobody did', () => {
  expect(meanChange([{ before: 8, now: null }])).toBeUndefined();
  expect(
    meanChange([
      { before: 8, now: 2 },
      { before: 6, now: 4 },
      { before: null, now: 1 },
    ]),
  ).toEqual({ people: 2, before: 7, now: 3, change: -4 });
});
