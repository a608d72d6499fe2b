import { expect, test } from 'vitest';
import { mayVouch, type PossibleVoucher, stillWaits } from './recovery.ts';

const recovered = { id: 'a', centreId: 'here', emailMac: Buffer.from('mina') };
const colleague = (given: Partial<PossibleVoucher> = {}): PossibleVoucher => ({
  id: 'b',
  centreId: 'here',
  emailMac: Buffer.from('omid'),
  roles: ['receptionist'],
  status: 'active',
  expiresOn: null,
  ...given,
});

test.each([
  ['the recovered account itself', { id: 'a' }],
  ['a second account of the same address', { emailMac: Buffer.from('mina') }],
  ['somebody who left', { status: 'disabled' }],
  ['somebody who was only invited', { status: 'invited' }],
  ['another program', { status: 'program' }],
  ['an account with a last day', { expiresOn: '2099-01-01' }],
  ['a volunteer', { roles: ['volunteer'] as const }],
  ['a volunteer who does something else too', { roles: ['volunteer', 'receptionist'] as const }],
  ['a coordinator of another centre', { centreId: 'there', roles: ['coordinator'] as const }],
])('%s does not vouch', (_who, given) => {
  expect(mayVouch(colleague(given), recovered)).toBe(false);
});

test('permanent colleagues of the centre vouch, and whoever administers the network from wherever they are', () => {
  expect(mayVouch(colleague(), recovered)).toBe(true);
  expect(mayVouch(colleague({ centreId: 'there', roles: ['network_administrator'] }), recovered)).toBe(true);
});

test('a link of the sheet waits for its colleague or its hour, and waits again when the colleague is shut out', () => {
  const now = new Date('2026-03-02T09:00:00Z');
  const link = { recovers: true, opensAt: null, voucherStatus: null };
  expect(stillWaits(link, now)).toBe(true);
  expect(stillWaits({ ...link, voucherStatus: 'disabled' }, now)).toBe(true);
  expect(stillWaits({ ...link, voucherStatus: 'active' }, now)).toBe(false);
  expect(stillWaits({ ...link, opensAt: new Date('2026-03-02T09:00:01Z') }, now)).toBe(true);
  // Somebody who vouches does not shorten a wait.
  expect(
    stillWaits({ ...link, opensAt: new Date('2026-03-02T09:00:01Z'), voucherStatus: 'active' }, now),
  ).toBe(true);
  expect(stillWaits({ ...link, opensAt: now }, now)).toBe(false);
  expect(stillWaits({ recovers: false, opensAt: null, voucherStatus: null }, now)).toBe(false);
});
