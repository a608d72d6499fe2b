import { isArticle } from './compound-words.ts';
import { type NameWord, normaliseName } from './normalise-name.ts';
import { type PreparedWord, prepareWithArticle, prepareWord } from './prepare-word.ts';

/** A full name as words that can be compared. */
export function prepareName(name: string): PreparedWord[] {
  return prepareWords(normaliseName(name));
}

/**
 * Articles go with the word behind them. Capitals are initials only beside words that have small letters:
 * "KHAN" in "ALI KHAN" is a name.
 */
export function prepareWords(
  words: readonly NameWord[],
  prepare: (word: NameWord) => PreparedWord = prepareWord,
): PreparedWord[] {
  const mixed = words.some((word) => word.script === 'latin' && word.capitals === 0);
  const prepared: PreparedWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as NameWord;
    const next = words[i + 1];
    if (next && next.script === word.script && isArticle(word.text, next.text, word.script)) {
      prepared.push(prepareWithArticle(word, next));
      i++;
    } else if (words.length > 1 && isInitial(word, mixed)) {
      prepared.push({ ...prepare(word), initials: true });
    } else prepared.push(prepare(word));
  }
  return prepared;
}

function isInitial(word: NameWord, mixed: boolean): boolean {
  return word.text.length === 1 || (mixed && word.capitals > 1 && word.capitals <= 4);
}
