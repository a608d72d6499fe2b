import type { NameWord } from './normalise-name.ts';
import { romanise } from './romanise.ts';

/**
 * The blocking key of a word: its consonants as eight coarse classes, as a number in base 9 (first consonant
 * first, six at most). Vowels, h, w, y and hamza are left out because scripts disagree about them most.
 * Words that sound alike share the key, or share it after one consonant is taken from either.
 */
export const mostClasses = 6;
export const keyCount = 9 ** mostClasses;

const classes: Record<string, number> = {
  b: 1,
  p: 1,
  f: 1,
  v: 1,
  k: 2,
  q: 2,
  g: 2,
  x: 2,
  c: 2,
  ğ: 2,
  s: 3,
  z: 3,
  j: 3,
  š: 3,
  ž: 3,
  č: 3,
  ç: 3,
  ț: 3,
  t: 4,
  d: 4,
  l: 5,
  ł: 5,
  r: 6,
  m: 7,
  n: 8,
  ñ: 8,
};

/** The consonant classes of a word, doubled letters once. */
export function soundClasses(word: NameWord): number[] {
  const latin = romanise(word)
    .replace(/(.)\1+/gu, '$1')
    .replace(/tch|tsch|tsh|ch|sh|zh|dzh|dj|ts|tz/gu, 's')
    .replace(/c(?=[eiy])/gu, 's')
    .replace(/ph/gu, 'f')
    .replace(/ck|kh|gh/gu, 'k');
  const found: number[] = [];
  for (const letter of latin) {
    const sound = classes[letter];
    if (sound !== undefined) found.push(sound);
    if (found.length === mostClasses) break;
  }
  return found;
}

export function keyOf(sounds: readonly number[]): number {
  let key = 0;
  for (let i = 0; i < mostClasses; i++) key = key * 9 + (sounds[i] ?? 0);
  return key;
}

/** The key itself, then the key with each one consonant left out (three consonants and more). */
export function keysNear(sounds: readonly number[]): number[] {
  const keys = [keyOf(sounds)];
  if (sounds.length >= 3) {
    for (let i = 0; i < sounds.length; i++) {
      const key = keyOf(sounds.toSpliced(i, 1));
      if (!keys.includes(key)) keys.push(key);
    }
  }
  return keys;
}
