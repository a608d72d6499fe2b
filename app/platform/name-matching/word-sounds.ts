import type { PreparedWord } from './prepare-word.ts';
import { mistakenKeys, shorterKeys, soundClasses, wholeKey } from './sound-skeleton.ts';

/** Numbers of the lines of known names stand behind all skeletons. */
const knownSounds = 2_000_000;

/** The skeletons under which somebody with this word is found: the word's, without its article, its known line. */
export function soundsOf(word: PreparedWord): number[] {
  const sounds = new Set<number>();
  for (const form of word.bare ? [word, word.bare] : [word])
    for (const classes of soundClasses(form)) sounds.add(wholeKey(classes));
  for (const group of word.known) sounds.add(knownSounds + group);
  return [...sounds];
}

/** How like another word is by its skeleton alone: the same, or with one slip. */
export function soundsNear(word: PreparedWord): ReadonlyMap<number, number> {
  const near = new Map<number, number>();
  for (const form of word.bare ? [word, word.bare] : [word]) {
    for (const classes of soundClasses(form)) {
      for (const key of [...shorterKeys(classes), ...mistakenKeys(classes)])
        if (!near.has(key)) near.set(key, 0.5);
      near.set(wholeKey(classes), 1);
    }
  }
  return near;
}
