import type { NameWord } from './normalise-name.ts';
import { romanise } from './romanise.ts';

/**
 * The blocking key of a word: its consonants as ten coarse classes, a number in base 11 (first consonant first,
 * six at most). Vowels, h, w, y and hamza are left out because scripts disagree about them most.
 */
export const mostClasses = 6;
const base = 11;

const classes: Record<string, number> = {
  b: 1,
  p: 1,
  f: 2,
  v: 2,
  k: 3,
  q: 3,
  x: 3,
  c: 3,
  g: 4,
  ğ: 4,
  s: 5,
  z: 5,
  ç: 5,
  ț: 5,
  j: 6,
  š: 6,
  ž: 6,
  č: 6,
  t: 7,
  d: 7,
  l: 8,
  ł: 8,
  r: 9,
  m: 10,
  n: 10,
  ñ: 10,
};

/** The consonant classes of a word, doubled letters once. */
function classesOf(romanised: string): number[] {
  const latin = romanised
    .replace(/(.)\1+/gu, '$1')
    .replace(/tsch|tch|tsh|dzh|sch|ch|sh|zh|dj/gu, 'j')
    .replace(/ts|tz|c(?=[eiy])/gu, 's')
    .replace(/ph|bh/gu, (sound) => (sound === 'ph' ? 'f' : 'b'))
    .replace(/ck|kh/gu, 'k');
  const found: number[] = [];
  for (const letter of latin) {
    const sound = classes[letter];
    if (sound !== undefined) found.push(sound);
    if (found.length === mostClasses) break;
  }
  return found;
}

/** The skeletons of a word: one, or two where a Cyrillic letter is spelled h as often as kh. */
export function soundClasses(word: NameWord): number[][] {
  const latin = romanise(word);
  const first = classesOf(latin);
  if (word.script !== 'cyrillic' || !latin.includes('kh')) return [first];
  return [first, classesOf(latin.replace(/kh/gu, 'h'))];
}

function keyOf(sounds: readonly number[]): number {
  let key = 0;
  for (let i = 0; i < mostClasses; i++) key = key * base + (sounds[i] ?? 0);
  return key;
}

/** Keys start at these, so that one list holds whole skeletons, shortened ones, beginnings and known names. */
const shortened = 1e7;
const beginning = 2e7;
const known = 3e7;

/** A skeleton as it is. */
export const wholeKey = keyOf;

/** The skeletons with one consonant left out; a word of one consonant has none. */
export function shorterKeys(sounds: readonly number[]): number[] {
  if (sounds.length < 2) return [];
  return unique(sounds.map((_, i) => keyOf(sounds.toSpliced(i, 1))));
}

/** Classes that spellings of one name exchange: b and v, k and g, g and j, s and sh, s and th. */
const mistaken: readonly (readonly number[])[] = [[], [2], [1], [4], [3, 6], [6, 7], [4, 5], [5], [], [], []];

/** The skeletons with one consonant exchanged for one that it is often mistaken for. */
export function mistakenKeys(sounds: readonly number[]): number[] {
  return unique(
    sounds.flatMap((sound, i) => (mistaken[sound] ?? []).map((other) => keyOf(sounds.with(i, other)))),
  );
}

/** Marks the key of a word whose skeleton was shortened, so that it is not met by whole skeletons of others. */
export const asShortened = (key: number): number => shortened + key;

/** Words that begin with these consonants. */
export function beginningKey(sounds: readonly number[], length: number): number {
  let key = length;
  for (let i = 0; i < length; i++) key = key * base + (sounds[i] ?? 0);
  return beginning + key;
}

/** Words of one line of the table of known names. */
export const knownKey = (group: number): number => known + group;

function unique(keys: number[]): number[] {
  return keys.filter((key, i) => keys.indexOf(key) === i);
}
