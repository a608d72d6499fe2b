import { expect, test } from 'vitest';
import { lookKind, lookReason } from './who-looked.ts';

test.each([
  ['client.view', 'viewed', 'service', 'read'],
  ['client.find', 'viewed', 'search', 'listed'],
  ['arrival.list', 'viewed', null, 'listed'],
  ['consent.list', 'viewed', 'consent', 'read'],
  ['client.who-looked', 'viewed', 'access-request', 'access'],
  ['client.view', 'refused', null, 'refused'],
  ['client.register', 'done', null, 'registered'],
  ['client.update', 'done', null, 'changed'],
  ['client.issue-card', 'done', null, 'card'],
  ['consent.withdraw', 'done', null, 'consent'],
  ['contact.record', 'done', null, 'contact'],
  ['follow-up.close', 'done', null, 'follow-up'],
] as const)('%s, %s is told as one thing', (action, result, purpose, kind) => {
  expect(lookKind(action, result, purpose)).toBe(kind);
});

test('a reason that nobody named is the work itself', () => {
  expect(lookReason(null)).toBe('service');
  expect(lookReason('something-new')).toBe('service');
  expect(lookReason('not-linked')).toBe('not-linked');
});
