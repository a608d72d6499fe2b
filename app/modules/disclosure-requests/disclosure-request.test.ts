import { expect, test } from 'vitest';
import {
  agreeingAs,
  bases,
  isDecided,
  isWritten,
  mayNoteTelling,
  missingFor,
  outcomes,
} from './disclosure-request.ts';

const paper = { basis: 'court_order', reference: 'K 12/26', given: 'The day of the last visit' } as const;

test('nothing is given, in whole or in part, at a spoken word', () => {
  for (const basis of bases.filter((each) => !isWritten(each)))
    for (const outcome of ['given', 'partly'] as const)
      expect(missingFor({ ...paper, outcome, basis, refusal: 'too_wide' })).toBe('basis');
});

test('a paper without a number, or a hand that does not say what it gives, is not enough', () => {
  expect(missingFor({ ...paper, outcome: 'given', reference: undefined })).toBe('reference');
  expect(missingFor({ ...paper, outcome: 'given', given: undefined })).toBe('given');
  expect(missingFor({ ...paper, outcome: 'given' })).toBeUndefined();
});

test('what is refused in whole or in part has a reason; refusing needs no paper', () => {
  expect(missingFor({ ...paper, outcome: 'partly' })).toBe('refusal');
  expect(missingFor({ outcome: 'refused', basis: 'none' })).toBe('refusal');
  expect(missingFor({ outcome: 'refused', basis: 'none', refusal: 'no_written_basis' })).toBeUndefined();
});

test('neither hand that was on it before agrees; alone one only refuses', () => {
  for (const outcome of outcomes) {
    const request = { recordedBy: 'a', proposedBy: 'b', outcome };
    for (const staffId of ['a', 'b']) expect(agreeingAs(request, { staffId, others: 1 })).toBe('not-you');
    expect(agreeingAs(request, { staffId: 'c', others: 0 })).toBe('second');
    expect(agreeingAs(request, { staffId: 'a', others: 0 })).toBe(
      outcome === 'refused' ? 'alone' : 'not-you',
    );
  }
});

test('the person is told of what was decided, and noted as told once', () => {
  expect(mayNoteTelling('open', null)).toBe(false);
  expect(mayNoteTelling('proposed', null)).toBe(false);
  expect(mayNoteTelling('given', null)).toBe(true);
  expect(mayNoteTelling('given', 'forbidden')).toBe(true);
  expect(mayNoteTelling('given', 'in_person')).toBe(false);
  expect([isDecided('proposed'), isDecided('refused')]).toEqual([false, true]);
});
