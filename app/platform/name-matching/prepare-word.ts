import type { NameWord } from './normalise-name.ts';
import { romanise } from './romanise.ts';

/** A word with what the comparison needs, computed once. */
export interface PreparedWord extends NameWord {
  latin: string;
}

export function prepareWord(word: NameWord): PreparedWord {
  return { ...word, latin: romanise(word) };
}
