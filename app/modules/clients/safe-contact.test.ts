import { expect, test } from 'vitest';
import type { ConsentInForce } from './consent.ts';
import { type ClientPhone, countableReach, isSafeHour, mayReach } from './safe-contact.ts';

const phone = (given: Partial<ClientPhone> = {}): ClientPhone => ({
  number: '0700 123 456',
  digits: '93700123456',
  owner: 'own',
  safeToCall: true,
  safeToMessage: false,
  ...given,
});
const agreed = (...purposes: string[]): ConsentInForce[] =>
  ['service_and_record', ...purposes].map((purpose) => ({
    purpose,
    status: 'given',
    form: 'audio',
    explainedIn: 'prs',
    givenOn: '2026-01-01',
    validUntil: null,
  }));
// A Tuesday.
const at = { day: '2026-03-10', time: '10:00' };

test('without a yes to being called nobody calls, however safe the phone', () => {
  expect(mayReach({ phones: [phone()] }, agreed(), 'phone', at)).toMatchObject({
    allowed: false,
    reasons: ['no-phone-consent'],
  });
});

test('without a safe phone nobody calls, whatever was agreed to', () => {
  expect(mayReach({ phones: [] }, agreed('contact_by_phone'), 'phone', at).reasons).toEqual(['no-phone']);
  expect(
    mayReach({ phones: [phone({ safeToCall: false })] }, agreed('contact_by_phone'), 'phone', at).reasons,
  ).toEqual(['no-safe-phone']);
});

test('a withdrawn record ends every way', () => {
  const consents = agreed('contact_by_phone').map((each) =>
    each.purpose === 'service_and_record' ? { ...each, status: 'withdrawn' as const } : each,
  );
  expect(mayReach({ phones: [phone()] }, consents, 'phone', at).reasons).toEqual(['no-file-consent']);
  expect(mayReach({ phones: [] }, consents, 'visit', at).allowed).toBe(false);
});

test('only within the hours and days that the person named', () => {
  const named = phone({ safeFrom: '09:00', safeTo: '12:00', safeDays: [2, 3] });
  expect(mayReach({ phones: [named] }, agreed('contact_by_phone'), 'phone', at).allowed).toBe(true);
  expect(
    mayReach({ phones: [named] }, agreed('contact_by_phone'), 'phone', { ...at, time: '12:00' }).reasons,
  ).toEqual(['outside-safe-hours']);
  expect(
    mayReach({ phones: [named] }, agreed('contact_by_phone'), 'phone', { day: '2026-03-12', time: '10:00' })
      .reasons,
  ).toEqual(['outside-safe-hours']);
  expect(
    mayReach({ phones: [named] }, agreed('contact_by_phone'), 'phone', { day: '2026-03-10' }).allowed,
  ).toBe(true);
});

test('hours may pass midnight', () => {
  const night = { safeFrom: '22:00', safeTo: '02:00' };
  expect(isSafeHour(night, { day: '2026-03-10', time: '23:30' })).toBe(true);
  expect(isSafeHour(night, { day: '2026-03-10', time: '01:59' })).toBe(true);
  expect(isSafeHour(night, { day: '2026-03-10', time: '12:00' })).toBe(false);
});

test('calling and writing are agreed to apart', () => {
  const safe = { phones: [phone({ safeToMessage: true })] };
  expect(mayReach(safe, agreed('contact_by_phone'), 'message', at).reasons).toEqual(['no-message-consent']);
  expect(mayReach(safe, agreed('contact_by_message'), 'message', at).allowed).toBe(true);
});

test('an e-mail goes only to an address that the person called safe', () => {
  const email = { address: 'somebody@mail.example', safe: false };
  expect(mayReach({ phones: [] }, agreed('contact_by_message'), 'email', at).reasons).toEqual(['no-email']);
  expect(mayReach({ phones: [], email }, agreed('contact_by_message'), 'email', at).reasons).toEqual([
    'no-safe-email',
  ]);
  expect(
    mayReach({ phones: [], email: { ...email, safe: true } }, agreed('contact_by_message'), 'email', at)
      .allowed,
  ).toBe(true);
});

test('what to mind is said although it is allowed', () => {
  const safe = {
    phones: [phone({ owner: 'employer', safeWords: 'Say you are the tailor' }), phone({ owner: 'shared' })],
    contactWarning: 'Not a word to the cousin',
  };
  expect(mayReach(safe, agreed('contact_by_phone'), 'phone', at).cautions).toEqual([
    'warning',
    'employer-phone',
    'safe-words',
    'shared-phone',
  ]);
});

test('countable is only whether there is a safe way of each kind', () => {
  expect(countableReach({ phones: [phone({ safeToCall: false, safeToMessage: true })] })).toEqual({
    contact_phone_ok: false,
    contact_message_ok: true,
    contact_email_ok: false,
  });
});
