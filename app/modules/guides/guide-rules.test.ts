import { expect, test } from 'vitest';
import { barredFrom, countWords, type Hands, secondPerson } from './guide-rules.ts';

const hands: Hands = { editedBy: 'amal', submittedBy: 'amal', approvedBy: 'noor', riskClass: 'normal' };

test('nobody approves or publishes what they wrote themselves', () => {
  expect(secondPerson('approve', hands, 'amal', ['amal', 'noor'])).toBe('refused');
  expect(secondPerson('publish', hands, 'amal', ['amal', 'noor'])).toBe('refused');
  expect(secondPerson('publish', hands, 'noor', ['amal', 'noor'])).toBe('fine');
});

test('who sent in what another wrote has had their hands on it too', () => {
  const both = { ...hands, submittedBy: 'sami' };
  expect(secondPerson('approve', both, 'sami', ['amal', 'sami', 'noor'])).toBe('refused');
});

test('who wrote before the last hand checks nothing either, while somebody else can', () => {
  const after: Hands = { ...hands, editedBy: 'sami', submittedBy: 'sami', writtenBy: ['amal', 'sami'] };
  expect(secondPerson('approve', after, 'amal', ['amal', 'sami', 'noor'])).toBe('refused');
  expect(secondPerson('approve', after, 'noor', ['amal', 'sami', 'noor'])).toBe('fine');
  expect(secondPerson('approve', after, 'amal', ['amal', 'sami'])).toBe('fine');
  expect(secondPerson('approve', after, 'sami', ['amal', 'sami'])).toBe('refused');
});

test('a page on danger needs a third person to publish it', () => {
  const risk: Hands = { ...hands, riskClass: 'risk' };
  expect(secondPerson('publish', risk, 'noor', ['amal', 'noor', 'sami'])).toBe('refused');
  expect(secondPerson('publish', risk, 'sami', ['amal', 'noor', 'sami'])).toBe('fine');
});

test('where nobody else is there one may act alone, and it is said', () => {
  expect(secondPerson('approve', hands, 'amal', ['amal'])).toBe('alone');
  const risk: Hands = { ...hands, riskClass: 'risk' };
  expect(secondPerson('publish', risk, 'noor', ['amal', 'noor'])).toBe('alone');
});

test('what came with the program has no author: anyone may take it on, but not all steps of a danger page', () => {
  const starter: Hands = { editedBy: null, submittedBy: 'amal', approvedBy: 'noor', riskClass: 'risk' };
  expect(barredFrom('approve', starter)).toEqual(['amal']);
  expect(barredFrom('publish', starter)).toEqual(['amal', 'noor']);
});

test('words are counted in any script', () => {
  expect(countWords('  Ask before  you pay ')).toBe(4);
  expect(countWords('ادفع بعد أن تسأل')).toBe(4);
  expect(countWords('')).toBe(0);
});
