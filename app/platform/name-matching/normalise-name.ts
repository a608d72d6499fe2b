import { foldArabic } from './fold-arabic.ts';
import { foldLatin } from './fold-latin.ts';
import { type Script, scriptOf } from './script-of.ts';

/** One word of a name after normalisation: lower case, one script, no marks, no punctuation. */
export interface NameWord {
  text: string;
  script: Script;
  /** How many capitals in a row stood here without a small letter ("SPD" in "Smith, SPD"): likely initials. */
  capitals: number;
}

/** Longest text and most words that are looked at; what is longer is cut, so that hostile input stays cheap. */
export const longestName = 160;
export const mostWords = 10;
export const longestWord = 28;

const invisible =
  // Bidi marks, joiners, soft hyphen, variation selectors, tatweel, Arabic vowel signs, apostrophes of all kinds.
  /[\u00ad\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff'’‘ʼʻʿʾ`´ʹ′]/gu;
const words = /[\p{L}\p{M}]+/gu;

/** Splits a name into words that can be compared, whatever script it is written in. Never throws. */
export function normaliseName(name: string): NameWord[] {
  const clean = name.slice(0, longestName).toWellFormed().normalize('NFKC').replace(invisible, '');
  const found: NameWord[] = [];
  for (const match of clean.matchAll(words)) {
    const raw = match[0];
    const capitals =
      raw.length <= 4 && raw === raw.toUpperCase() && raw !== raw.toLowerCase() ? raw.length : 0;
    for (const piece of splitByScript(raw.toLowerCase())) {
      const text = fold(piece, scriptOf(piece)).slice(0, longestWord);
      if (text !== '') found.push({ text, script: scriptOf(text), capitals });
      if (found.length === mostWords) return found;
    }
  }
  return found;
}

function fold(word: string, script: Script): string {
  if (script === 'latin') return foldLatin(word);
  if (script === 'arabic') return foldArabic(word);
  if (script === 'cyrillic') return word.normalize('NFC').replace(/\u0301/gu, '');
  return word;
}

function splitByScript(word: string): string[] {
  const pieces: string[] = [];
  let script: Script | undefined;
  for (const letter of word) {
    const mark = /\p{M}/u.test(letter);
    const own: Script = mark && script !== undefined ? script : scriptOf(letter);
    if (own === script) pieces[pieces.length - 1] += letter;
    else pieces.push(letter);
    script = own;
  }
  return pieces;
}
