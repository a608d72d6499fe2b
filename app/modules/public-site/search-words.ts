import { foldArabic } from '#platform/name-matching/fold-arabic.ts';
import { foldLatin } from '#platform/name-matching/fold-latin.ts';
import { type Script, scriptOf } from '#platform/name-matching/script-of.ts';
import { soundClasses } from '#platform/name-matching/sound-skeleton.ts';

/** Longest query and most words of it that are looked at: a hostile one stays cheap. */
export const longestQuery = 120;
export const mostQueryWords = 8;
const longestWord = 28;

const invisible =
  /[\u00ad\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff'’‘ʼ`´]/gu;
const wordShape = /[\p{L}\p{M}]+|\p{Nd}+/gu;

/** Begins a term that says how a word sounds, so that it never meets a term that says how it is written. */
export const soundMark = '~';
/** Fewer consonants sound like too many other words. */
const fewestSounds = 3;

/** The words of a text, folded so that keyboards, marks and capitals make no difference. */
export function foldedWords(text: string): string[] {
  const clean = text.toWellFormed().normalize('NFKC').replace(invisible, '').toLowerCase();
  return [...clean.matchAll(wordShape)]
    .flatMap(([found]) => splitByScript(found))
    .filter((each) => each !== '');
}

/**
 * How a word is written and, where it has enough consonants, how it sounds: "کفالت" and "kafalat" share the second.
 * @returns one or two terms of the index
 */
export function searchTerms(folded: string): string[] {
  const sound = soundTerm(folded);
  return sound === undefined ? [folded] : [folded, sound];
}

/** The sound of a folded word as a term, or undefined where it would say too little. */
export function soundTerm(folded: string): string | undefined {
  const script = scriptOf(folded);
  if (script === 'other') return undefined;
  const sounds = soundClasses({ text: folded, script, capitals: 0 })[0] ?? [];
  return sounds.length < fewestSounds
    ? undefined
    : soundMark + sounds.map((each) => each.toString(36)).join('');
}

/** "visa2026" and words glued from two scripts are looked for by their parts. */
function splitByScript(found: string): string[] {
  const parts: { script: Script; text: string }[] = [];
  for (const letter of found) {
    const last = parts.at(-1);
    if (last && (/\p{M}/u.test(letter) || scriptOf(letter) === last.script)) last.text += letter;
    else parts.push({ script: scriptOf(letter), text: letter });
  }
  return parts.map(({ script, text }) => fold(text, script).slice(0, longestWord));
}

function fold(text: string, script: Script): string {
  // Digits of every script count alike.
  if (/^\p{Nd}+$/u.test(text)) return asciiDigits(text);
  if (script === 'latin') return foldLatin(text);
  if (script === 'arabic') return withoutArticle(foldArabicWord(text));
  if (script === 'cyrillic') return text.replace(/\u0301/gu, '').replace(/ё/gu, 'е');
  return text.normalize('NFC');
}

/** Some write alef and hamza with their seats and marks, most do not. */
const foldArabicWord = (text: string): string =>
  foldArabic(text).replace(/[أإآ]/gu, 'ا').replace(/ى/gu, 'ي').replace(/ة/gu, 'ه');

/** "The passport", "and the passport", "for the passport" are looked for as "passport". */
const withoutArticle = (word: string): string => word.replace(/^(?:[وبكف]?ال|لل)(?=.{3})/u, '');

function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code <= 0x39) return digit;
    // Decimal digits stand in rows of ten that begin where the code ends in 0 or 6.
    for (let zero = code; zero > code - 10; zero--) {
      if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
    }
    return digit;
  });
}
