import { expect, test } from 'vitest';
import { scriptLanguageOf } from './script-language.ts';

test('who speaks a language without a script of its own hears the next of theirs, at last English', () => {
  expect(scriptLanguageOf(['ps', 'ur'])).toBe('ur');
  expect(scriptLanguageOf(['ps'])).toBe('en');
  expect(scriptLanguageOf([])).toBe('en');
});

test('Dari, Persian, Hazaragi and Tajik hear the Dari script', () => {
  for (const spoken of ['prs', 'fa', 'haz', 'tg', 'fa-AF']) expect(scriptLanguageOf([spoken])).toBe('fa-AF');
});
