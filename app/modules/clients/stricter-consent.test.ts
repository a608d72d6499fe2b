import { expect, test } from 'vitest';
import type { ConsentStatus } from './consent.ts';
import { type OrderedConsent, stricterConsents } from './stricter-consent.ts';

const today = '2026-03-10';
const said = (status: ConsentStatus, seq: number, given: Partial<OrderedConsent> = {}): OrderedConsent => ({
  id: String(seq),
  seq,
  purpose: 'contact_by_phone',
  status,
  form: null,
  explainedIn: 'prs',
  givenOn: '2026-01-01',
  validUntil: null,
  ...given,
});
const inForce = (one: OrderedConsent[], other: OrderedConsent[]) =>
  stricterConsents(one, other, today).map(({ id }) => id);

test('a no is stricter than a lapse, that than a life in danger, that than a yes', () => {
  const lapsed = said('given', 5, { validUntil: '2026-03-09' });
  const order = [said('refused', 1), lapsed, said('not_possible_vital_interest', 9), said('given', 12)];
  for (const [at, stricter] of order.entries())
    for (const milder of order.slice(at + 1)) {
      expect(inForce([stricter], [milder])).toEqual([stricter.id]);
      expect(inForce([milder], [stricter])).toEqual([stricter.id]);
    }
});

test('a purpose that only one was asked keeps its answer', () => {
  expect(inForce([said('given', 1)], [said('refused', 2, { purpose: 'research_follow_up' })])).toEqual([
    '1',
    '2',
  ]);
});

test('of two that are equally strict the newer counts, of two yeses the one that lapses first', () => {
  expect(inForce([said('refused', 1)], [said('withdrawn', 2)])).toEqual(['2']);
  expect(inForce([said('given', 1, { validUntil: '2026-06-01' })], [said('given', 2)])).toEqual(['1']);
});
