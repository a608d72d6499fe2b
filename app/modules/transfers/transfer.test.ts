import { expect, test } from 'vitest';
import { answerDue, hasArrived, isOpen, sendingFault, transferStates } from './transfer.ts';

const counsellor = { staffId: 'a', roles: ['counsellor'] };
const coordinator = { staffId: 'b', roles: ['coordinator'] };

test('without the person’s yes nothing leaves on consent', () => {
  const asked = { basis: 'consent' as const, proposedBy: 'a', sender: counsellor };
  expect(sendingFault({ ...asked, agreed: false })).toBe('transfer.consent-missing');
  expect(sendingFault({ ...asked, agreed: true })).toBeUndefined();
});

test('an override needs a coordinator who did not write it', () => {
  const asked = { basis: 'override' as const, proposedBy: 'a', agreed: false };
  expect(sendingFault({ ...asked, sender: counsellor })).toBe('transfer.second-person');
  expect(sendingFault({ ...asked, proposedBy: 'b', sender: coordinator })).toBe('transfer.second-person');
  expect(sendingFault({ ...asked, sender: coordinator })).toBeUndefined();
});

test('three working days skip the receiver’s weekend; an urgent one counts hours', () => {
  const sentAt = new Date('2026-03-12T09:00:00Z');
  const given = { urgent: false, urgentHours: 24, days: 3, weekStart: 1 };
  expect(answerDue(sentAt, '2026-03-12', given).toISOString()).toBe('2026-03-17T09:00:00.000Z');
  expect(answerDue(sentAt, '2026-03-12', { ...given, weekStart: 6 }).toISOString()).toBe(
    '2026-03-16T09:00:00.000Z',
  );
  expect(answerDue(sentAt, '2026-03-12', { ...given, urgent: true }).toISOString()).toBe(
    '2026-03-13T09:00:00.000Z',
  );
});

test('every state is open, arrived, or over', () => {
  const over = transferStates.filter((state) => !isOpen(state) && !hasArrived(state));
  expect(over).toEqual(['rejected', 'revoked']);
});
