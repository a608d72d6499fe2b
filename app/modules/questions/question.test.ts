import { expect, test } from 'vitest';
import { topic } from '#platform/code-lists/topic-list.ts';
import { answerDueOn, askTopics, topicsFor, workingWeekdays } from './question.ts';

const week = workingWeekdays([]);

test('days on which nobody works do not count', () => {
  // 2026-03-05 is a Thursday.
  expect(answerDueOn('2026-03-05', 3, week)).toBe('2026-03-10');
  expect(answerDueOn('2026-03-07', 3, week)).toBe('2026-03-11');
});

test('a centre that opens on Sunday and rests on Friday counts by its own week', () => {
  const own = workingWeekdays([0, 1, 2, 3, 4]);
  expect([...own].sort()).toEqual([1, 2, 3, 4, 7]);
  expect(answerDueOn('2026-03-05', 1, own)).toBe('2026-03-08');
});

test('a centre without hours works from Monday to Friday', () => {
  expect([...week]).toEqual([1, 2, 3, 4, 5]);
});

test('every group of topics can be chosen, and its own come first when the answer is counted', () => {
  expect([...askTopics].sort()).toEqual([...topic.groups].sort());
  expect(topic.group(topicsFor('problem')[0] as never)).toBe('problem');
  expect(topicsFor('problem')).toHaveLength(topic.codes.length);
});
