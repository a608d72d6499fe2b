import { type PreparedWord, prepareWord } from './prepare-word.ts';

const joined = new WeakMap<PreparedWord, Map<PreparedWord, PreparedWord>>();

/** Two neighbours as one word: "abd" and "allah", "noor" and "al-din" are often written together. */
export function joinWords(first: PreparedWord, second: PreparedWord): PreparedWord {
  let known = joined.get(first);
  if (!known) {
    known = new Map();
    joined.set(first, known);
  }
  let word = known.get(second);
  if (!word) {
    word = {
      ...prepareWord({ text: first.text + second.text, script: first.script, capitals: 0 }),
      weight: Math.max(first.weight, second.weight),
    };
    known.set(second, word);
  }
  return word;
}
