import { expect, test } from 'vitest';
import { matchTag, negotiateLanguage } from './negotiate-language.ts';

const offered = ['en', 'ar', 'fa-AF', 'ur', 'bn'];

test('a header that makes no sense is answered in English', () => {
  for (const header of ['', '*', ';;q=', 'a'.repeat(5000), 'x-klingon', null, undefined]) {
    expect(negotiateLanguage(header, offered)).toBe('en');
  }
});

test('a language with weight zero is not given', () => {
  expect(negotiateLanguage('ar;q=0, ur', offered)).toBe('ur');
});

test('where English is not offered the first offered language answers', () => {
  expect(negotiateLanguage('fr', ['ar', 'ur'])).toBe('ar');
});

test('Dari is found under each of its names', () => {
  for (const tag of ['prs', 'prs-AF', 'fa', 'fa-IR', 'fa-AF', 'FA-af']) {
    expect(negotiateLanguage(tag, offered)).toBe('fa-AF');
  }
});

test('a regional variant falls back to its language, the heaviest first', () => {
  expect(negotiateLanguage('fr-CH, fr;q=0.9, en;q=0.2, ar-JO;q=0.7', offered)).toBe('ar');
});

test('speakers of smaller languages get the one they can read', () => {
  expect(matchTag('syl', offered)).toBe('bn');
  expect(matchTag('pnb-PK', offered)).toBe('ur');
  expect(matchTag('ti', offered)).toBeUndefined();
});
