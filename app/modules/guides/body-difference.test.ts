import { expect, test } from 'vitest';
import { bodyDifference } from './body-difference.ts';

const told = (saved: string, typed: string) =>
  bodyDifference(saved, typed).map((part) => `${{ both: ' ', saved: '-', typed: '+' }[part.in]}${part.text}`);

test('nothing is told apart where both say the same', () => {
  expect(told('One.\n\nTwo.', 'One.\n\n\nTwo.')).toEqual([' One.', ' Two.']);
});

test('what each of two people changed stands beside the other, and nothing is lost', () => {
  expect(told('One.\n\nTwo, saved.\n\nThree.', 'One.\n\nTwo, typed.\n\nThree.\n\nFour.')).toEqual([
    ' One.',
    '-Two, saved.',
    '+Two, typed.',
    ' Three.',
    '+Four.',
  ]);
  expect(told('', 'New.')).toEqual(['+New.']);
});
