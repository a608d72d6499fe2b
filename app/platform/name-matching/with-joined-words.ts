import { oftenJoined } from './compound-words.ts';
import { joinWords } from './join-words.ts';
import type { PreparedWord } from './prepare-word.ts';

/** The words of a name, and neighbours that are often written as one word as that word too. */
export function withJoinedWords(name: readonly PreparedWord[]): PreparedWord[] {
  const words = [...name];
  name.forEach((word, i) => {
    const next = name[i + 1];
    if (next?.script === word.script && oftenJoined(word.text, next.text, word.script))
      words.push(joinWords(word, next));
  });
  return words;
}
