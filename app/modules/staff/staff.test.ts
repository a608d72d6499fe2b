import { describe, expect, test } from 'vitest';
import { type Colleague, isOpen, isSteppedUp, leavesCentreAlone, mayTakeOver, mustExpire } from './staff.ts';

const colleague = (id: string, given: Partial<Colleague> = {}): Colleague => ({
  id,
  roles: ['coordinator'],
  status: 'active',
  expiresOn: null,
  ...given,
});

describe('the last coordinator', () => {
  const mina = colleague('mina');
  test('cannot be disabled, lose the role or be given a last day', () => {
    const team = [mina, colleague('omid', { roles: ['counsellor'] })];
    expect(leavesCentreAlone(team, { ...mina, status: 'disabled' })).toBe(true);
    expect(leavesCentreAlone(team, { ...mina, roles: ['counsellor'] })).toBe(true);
    expect(leavesCentreAlone(team, { ...mina, expiresOn: '2030-01-01' })).toBe(true);
  });
  test('an invited, disabled or expiring coordinator does not count as another', () => {
    for (const other of [
      { status: 'invited' },
      { status: 'disabled' },
      { expiresOn: '2030-01-01' },
    ] as const) {
      expect(leavesCentreAlone([mina, colleague('sara', other)], { ...mina, status: 'disabled' })).toBe(true);
    }
  });
  test('may go when another stays', () => {
    expect(leavesCentreAlone([mina, colleague('sara')], { ...mina, status: 'disabled' })).toBe(false);
  });
});

test('an account is open up to and with its last day', () => {
  expect(isOpen(colleague('v', { expiresOn: '2026-03-09' }), '2026-03-10')).toBe(false);
  expect(isOpen(colleague('v', { expiresOn: '2026-03-10' }), '2026-03-10')).toBe(true);
  expect(isOpen(colleague('v', { status: 'invited' }), '2026-03-10')).toBe(false);
});

test('only counsellors and coordinators take over people', () => {
  expect(mayTakeOver(colleague('r', { roles: ['receptionist'] }), '2026-03-10')).toBe(false);
  expect(mayTakeOver(colleague('c', { roles: ['counsellor'] }), '2026-03-10')).toBe(true);
  expect(mayTakeOver(colleague('c', { roles: ['counsellor'], status: 'disabled' }), '2026-03-10')).toBe(
    false,
  );
});

test('volunteers come with a last day', () => {
  expect(mustExpire(['volunteer'])).toBe(true);
  expect(mustExpire(['counsellor'])).toBe(false);
});

test('a proof of the second factor counts for ten minutes', () => {
  const now = new Date('2026-03-10T09:00:00Z');
  expect(isSteppedUp(undefined, now)).toBe(false);
  expect(isSteppedUp(new Date('2026-03-10T08:49:59Z'), now)).toBe(false);
  expect(isSteppedUp(new Date('2026-03-10T08:50:00Z'), now)).toBe(true);
});
