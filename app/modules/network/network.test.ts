import { expect, test } from 'vitest';
import { inquiryHours, isNearCertain, mayInquire } from './network.ts';

test('a name alone, a shared phone under another name, or a year that is near are not enough', () => {
  expect(isNearCertain({ score: 0.97, reasons: ['same-name'] })).toBe(false);
  expect(isNearCertain({ score: 0.4, reasons: ['same-phone'] })).toBe(false);
  expect(isNearCertain({ score: 0.95, reasons: ['same-name', 'birth-year-near'] })).toBe(false);
  expect(isNearCertain({ score: 1, reasons: ['same-file-number'] })).toBe(false);
});

test('a card, a phone with a like name, or a name with the year of birth are', () => {
  expect(isNearCertain({ score: 0.5, reasons: ['same-card'] })).toBe(true);
  expect(isNearCertain({ score: 0.85, reasons: ['same-sound', 'same-phone'] })).toBe(true);
  expect(isNearCertain({ score: 0.96, reasons: ['same-name', 'same-birth-year'] })).toBe(true);
});

test('an inquiry follows while the person is there, and only where somebody may know them', () => {
  const askedAt = new Date('2026-03-10T09:00:00Z');
  const later = (hours: number) => new Date(askedAt.getTime() + hours * 3_600_000);
  expect(mayInquire({ state: 'nobody', askedAt }, later(1))).toBe(false);
  expect(mayInquire({ state: 'inquired', askedAt }, later(1))).toBe(false);
  expect(mayInquire({ state: 'may_be_known', askedAt }, later(inquiryHours + 1))).toBe(false);
  expect(mayInquire({ state: 'may_be_known', askedAt }, later(inquiryHours))).toBe(true);
});
