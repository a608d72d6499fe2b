import { expect, test } from 'vitest';
import {
  type ConsentInForce,
  consentGap,
  explainedPoints,
  isAgreed,
  mayKeepFile,
  openQuestions,
  statusOn,
} from './consent.ts';

const decided = (
  purpose: string,
  status: ConsentInForce['status'],
  validUntil: string | null = null,
): ConsentInForce => ({
  purpose,
  status,
  form: 'audio',
  explainedIn: 'ur',
  givenOn: '2026-01-05',
  validUntil,
});

test.each(['refused', 'withdrawn', 'expired', 'not_possible_vital_interest'] as const)(
  '%s is no yes',
  (status) => {
    expect(isAgreed([decided('contact_by_phone', status)], 'contact_by_phone', '2026-03-01')).toBe(false);
  },
);

test('what was never asked is no yes', () => {
  expect(isAgreed([decided('contact_by_phone', 'given')], 'share_for_referral', '2026-03-01')).toBe(false);
});

test('a yes counts until its last day and lapses after it', () => {
  const consents = [decided('contact_by_phone', 'given', '2026-03-01')];
  expect(isAgreed(consents, 'contact_by_phone', '2026-03-01')).toBe(true);
  expect(statusOn(consents, 'contact_by_phone', '2026-03-02')).toBe('expired');
});

test('a file needs a yes to the record, or a life in danger', () => {
  expect(mayKeepFile([], '2026-03-01')).toBe(false);
  expect(mayKeepFile([decided('service_and_record', 'withdrawn')], '2026-03-01')).toBe(false);
  expect(mayKeepFile([decided('service_and_record', 'given')], '2026-03-01')).toBe(true);
  expect(mayKeepFile([decided('service_and_record', 'not_possible_vital_interest')], '2026-03-01')).toBe(
    true,
  );
});

test('what was not asked, or has lapsed, is still open; a refusal is an answer', () => {
  const consents = [
    decided('service_and_record', 'given'),
    decided('contact_by_phone', 'refused'),
    decided('contact_by_message', 'given', '2026-01-31'),
  ];
  expect(openQuestions(consents, '2026-03-01')).toEqual([
    'contact_by_message',
    'share_for_referral',
    'research_follow_up',
  ]);
});

test('a yes without its form, or with a point untold, lacks something', () => {
  expect(consentGap({ explained: [...explainedPoints] }, false)).toEqual({ field: 'form', code: 'required' });
  expect(consentGap({ form: 'audio', explained: ['purpose'] }, false)).toEqual({
    field: 'explained',
    code: 'consent-not-explained',
  });
  expect(consentGap({ form: 'audio', explained: [...explainedPoints] }, false)).toBeUndefined();
});

test('a child’s yes lacks a guardian, then its own assent, unless its best interest is written down', () => {
  const talk = { form: 'guardian_plus_assent' as const, explained: [...explainedPoints] };
  expect(consentGap(talk, true)).toMatchObject({ field: 'guardian' });
  expect(consentGap({ ...talk, guardian: 'An uncle' }, true)).toMatchObject({ field: 'assent' });
  expect(consentGap({ ...talk, guardian: 'An uncle', assent: true }, true)).toBeUndefined();
  expect(consentGap({ ...talk, bestInterest: 'Alone, sixteen, asks for a doctor' }, true)).toBeUndefined();
});
