import { expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { composePolicy } from './policy.ts';

const policy = composePolicy([{ 'contact.view': { counsellor: ['centre'], volunteer: ['own', 'linked'] } }]);
const as = (...roles: Actor['roles']): Actor => ({ kind: 'public', roles });

test('an action that no table names is refused to everybody', () => {
  expect(policy.mayEver(as('coordinator'), 'contact.burn')).toBe(false);
  expect(
    policy.decide(as('coordinator'), 'contact.burn', ['centre', 'own', 'self', 'linked']),
  ).toBeUndefined();
});

test('a role without an entry is refused, whatever the relation', () => {
  expect(policy.mayEver(as('receptionist'), 'contact.view')).toBe(false);
  expect(
    policy.decide(as('receptionist'), 'contact.view', ['centre', 'own', 'self', 'linked']),
  ).toBeUndefined();
});

test('a relation that is not enough is refused; the one that is says why', () => {
  expect(policy.decide(as('volunteer'), 'contact.view', ['centre'])).toBeUndefined();
  expect(policy.decide(as('volunteer'), 'contact.view', ['centre', 'linked'])).toBe('linked');
  expect(policy.decide(as('volunteer', 'counsellor'), 'contact.view', ['centre'])).toBe('centre');
});

test('a token narrows what its roles may, and never widens it', () => {
  const program: Actor = { kind: 'public', roles: ['counsellor'], only: ['contact.list', 'contact.burn'] };
  expect(policy.mayEver(program, 'contact.view')).toBe(false);
  expect(policy.decide(program, 'contact.view', ['centre'])).toBeUndefined();
  expect(policy.mayEver(program, 'contact.burn')).toBe(false);
  expect(policy.decide({ ...program, only: ['contact.view'] }, 'contact.view', ['centre'])).toBe('centre');
});

test('two modules cannot name the same action', () => {
  expect(() => composePolicy([{ 'a.b': {} }, { 'a.b': {} }])).toThrow('two permissions');
});
