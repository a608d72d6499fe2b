import { clientLanguageCodes, languageName, ownLanguageName } from '#platform/code-lists/client-languages.ts';
import { codeLists } from '#platform/code-lists/code-lists.ts';
import { countryCodes, countryName } from '#platform/code-lists/countries.ts';
import type { Translators } from '#platform/language/translators.ts';
import type { WordList } from './import-fields.ts';
import { wordKey } from './plain-text.ts';
import { valueWords } from './value-words.ts';

/** Which code a word stands for; undefined where nobody knows. */
export type ReadWord = (list: WordList, word: string) => string | undefined;

const nameLanguages = ['en', 'ar', 'fa', 'ur', 'bn', 'fr', 'ps'];
const made = new WeakMap<Translators, ReadWord>();

/**
 * Reads words of registers: the codes themselves, our labels in every language of the house, names of countries and
 * languages, and what registers say besides. Each list is learnt when first asked for.
 */
export function wordReader(translators: Translators): ReadWord {
  const found = made.get(translators);
  if (found) return found;
  const lists = new Map<WordList, Map<string, string>>();
  const read: ReadWord = (list, word) => {
    let words = lists.get(list);
    if (!words) lists.set(list, (words = wordsOf(list, translators)));
    return words.get(wordKey(word));
  };
  made.set(translators, read);
  return read;
}

function wordsOf(list: WordList, translators: Translators): Map<string, string> {
  const words = new Map<string, string>();
  const learn = (word: string, code: string) => {
    const key = wordKey(word);
    if (key !== '' && !words.has(key)) words.set(key, code);
  };
  for (const code of codesOf(list)) learn(code, code);
  for (const [code, more] of Object.entries(valueWords[list] ?? {}))
    for (const word of more) learn(word, code);
  for (const code of codesOf(list)) for (const label of labelsOf(list, code, translators)) learn(label, code);
  return words;
}

/** The codes that a word of this list may be mapped to, in the order in which they are offered. */
export function codesOf(list: WordList): readonly string[] {
  if (list === 'country') return countryCodes;
  if (list === 'language') return clientLanguageCodes;
  if (list === 'yes-no') return ['yes', 'no'];
  return codeLists[list].codes;
}

function labelsOf(list: WordList, code: string, translators: Translators): string[] {
  if (list === 'yes-no') return [];
  if (list === 'country') return nameLanguages.map((language) => countryName(code, language));
  if (list === 'language')
    return [ownLanguageName(code), ...nameLanguages.map((language) => languageName(code, language))];
  return translators.languages.flatMap((language) => {
    const key = `code-lists:${list}.${code}`;
    return translators.languageOf(language, key) === language ? [translators.for(language)(key)] : [];
  });
}

export const isWordList = (list: string): list is WordList =>
  ['country', 'language', 'yes-no'].includes(list) || Object.hasOwn(codeLists, list);
