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
export function soundClasses(word: NameWord): number[] {
  const latin = romanise(word)
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

function keyOf(sounds: readonly number[]): number {
  let key = 0;
  for (let i = 0; i < mostClasses; i++) key = key * base + (sounds[i] ?? 0);
  return key;
}

/** Keys start at these, so that one list holds whole skeletons, shortened ones and ones with a consonant open. */
const shortened = 1e7;
const open = 2e7;
const beginning = 4e7;
const known = 5e7;

/** A skeleton as it is. */
export const wholeKey = keyOf;

/** The skeletons with one consonant left out; a word of one consonant has none. */
export function shorterKeys(sounds: readonly number[]): number[] {
  if (sounds.length < 2) return [];
  return unique(sounds.map((_, i) => keyOf(sounds.toSpliced(i, 1))));
}

/** The skeletons with one consonant open: words that differ in one consonant share one of them. */
export function openKeys(sounds: readonly number[]): number[] {
  if (sounds.length < 2) return [];
  return sounds.map((_, i) => open + keyOf(sounds.with(i, 0)) * mostClasses + i);
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
