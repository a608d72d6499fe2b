import { expect, it } from 'vitest';
import { formatDocumentDate, inOwnDigits } from './document-date.ts';

it('shows what is not a date as it was given, so that the mistake is seen', () => {
  expect(formatDocumentDate('2026-13-45', 'en')).toBe('2026-13-45');
  expect(formatDocumentDate('tomorrow', 'ar')).toBe('tomorrow');
});

it('speaks the calendar and digits of the reader', () => {
  expect(formatDocumentDate('2026-11-22', 'en')).toBe('22 November 2026');
  expect(formatDocumentDate('2026-11-22', 'ar')).toMatch(/٢٢.*٢٠٢٦/u);
  expect(formatDocumentDate('2026-11-22', 'bn')).toMatch(/২২.*২০২৬/u);
});

it('gives Dari readers the Solar Hijri day with the Gregorian one in brackets', () => {
  expect(formatDocumentDate('2026-11-22', 'fa-AF')).toMatch(/^۱ قوس ۱۴۰۵.* \(۲۲ .*۲۰۲۶.*\)$/u);
  expect(formatDocumentDate('2026-11-22', 'fa-AF', 'short')).not.toContain('(');
});

it('changes Western digits only', () => {
  expect(inOwnDigits('A 042', 'fa-AF')).toBe('A ۰۴۲');
  expect(inOwnDigits('A 042', 'ur')).toBe('A 042');
});
