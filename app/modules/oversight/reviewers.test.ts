import { expect, test } from 'vitest';
import { reviewersOf, reviewersWhenOverdue } from './reviewers.ts';

const officer = { id: 'officer', roles: ['data_protection_officer'] };
const chief = { id: 'chief', roles: ['coordinator', 'counsellor'] };
const deputy = { id: 'deputy', roles: ['coordinator'] };
const adviser = { id: 'adviser', roles: ['counsellor'] };

test('nobody is asked about their own reading, whatever office they hold', () => {
  expect(reviewersOf('officer', [officer])).toEqual([]);
  expect(reviewersOf('officer', [officer, chief, adviser])).toEqual(['chief']);
  expect(reviewersOf('chief', [chief, adviser], ['chief', 'adviser'])).toEqual(['adviser']);
});

test('the officer is asked first, then the coordinators, then the readers of the file', () => {
  expect(reviewersOf('adviser', [officer, chief, deputy, adviser])).toEqual(['officer']);
  expect(reviewersOf('adviser', [chief, deputy, adviser])).toEqual(['chief', 'deputy']);
  expect(reviewersOf('chief', [chief, adviser], ['adviser', 'left-long-ago'])).toEqual(['adviser']);
});

test('an overdue review is everybody’s who may settle it, but never the one it is about', () => {
  expect(reviewersWhenOverdue('chief', [officer, chief, deputy, adviser], ['adviser'])).toEqual([
    'officer',
    'deputy',
    'adviser',
  ]);
});
