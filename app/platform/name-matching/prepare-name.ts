import { type NameWord, normaliseName } from './normalise-name.ts';
import { type PreparedWord, prepareWord } from './prepare-word.ts';

/** A full name as words that can be compared. */
export function prepareName(name: string): PreparedWord[] {
  return prepareWords(normaliseName(name));
}

/** Capitals are initials only beside words that have small letters: "KHAN" in "ALI KHAN" is a name. */
export function prepareWords(words: readonly NameWord[]): PreparedWord[] {
  const mixed = words.some((word) => word.script === 'latin' && word.capitals === 0);
  return words.map((word) => {
    const prepared = prepareWord(word);
    const letters = [...word.text].length;
    prepared.initials =
      words.length > 1 && (letters === 1 || (mixed && word.capitals > 1 && word.capitals <= 4));
    return prepared;
  });
}
