import { expect, test } from 'vitest';
import {
  clientLanguageCodes,
  clientLanguagesOf,
  languageDirection,
  languageName,
  ownLanguageName,
} from './client-languages.ts';
import { countryCodes, countryName, isCountry, listCountries } from './countries.ts';

const readers = ['en', 'ar', 'fa-AF', 'ur', 'bn'];

test('what is no country is not given a name', () => {
  expect(isCountry('ZZ')).toBe(false);
  expect(countryName('ZZ', 'en')).toBe('ZZ');
});

test('every country and every client language has a name in every interface language', () => {
  for (const reader of readers) {
    for (const code of countryCodes) expect(countryName(code, reader)).not.toBe(code);
    for (const code of clientLanguageCodes) expect(languageName(code, reader)).not.toBe(code);
  }
  for (const code of clientLanguageCodes) expect(ownLanguageName(code)).not.toBe(code);
});

test('the countries of the corridors come first, the rest in the order of the alphabet', () => {
  expect(
    listCountries('en', ['JO', 'BD'])
      .slice(0, 3)
      .map(({ code }) => code),
  ).toEqual(['JO', 'BD', 'AF']);
  expect(listCountries('en', ['JO'])).toHaveLength(countryCodes.length);
});

test('a centre offers the languages of its country first', () => {
  expect(clientLanguagesOf('AF').slice(0, 2)).toEqual(['prs', 'ps']);
  expect(clientLanguagesOf('AF')).toHaveLength(clientLanguageCodes.length);
});

test('the script decides the direction', () => {
  expect(languageDirection('uz-Arab')).toBe('rtl');
  expect(languageDirection('uz')).toBe('ltr');
});
