import { compareWords } from './compare-words.ts';
import { normaliseName } from './normalise-name.ts';
import { prepareWord } from './prepare-word.ts';

/** Why two names were thought the same; texts for these codes are in the locales of the screen that shows them. */
export type NameReason =
  | 'same-name'
  | 'same-sound'
  | 'close-spelling'
  | 'same-words-other-order'
  | 'initial'
  | 'dropped-vowels'
  | 'prefix'
  | 'known-variant'
  | 'joined-words'
  | 'missing-word';

export interface NameMatch {
  /** 0 to 1; 1 only when the names are equal after normalisation. */
  score: number;
  reasons: NameReason[];
}

/** Two names, full or single words, each in any script. Symmetric; never throws. */
export function matchNames(a: string, b: string): NameMatch {
  const left = normaliseName(a).map(prepareWord);
  const right = normaliseName(b).map(prepareWord);
  if (left.length === 0 || right.length === 0) return { score: 0, reasons: [] };
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const free = new Set(many);
  let total = 0;
  for (const word of few) {
    let best = 0;
    let found: (typeof many)[number] | undefined;
    for (const other of free) {
      const score = compareWords(word, other);
      if (score > best) [best, found] = [score, other];
    }
    if (found) free.delete(found);
    total += best;
  }
  const score = total / (few.length + 0.2 * free.size);
  return { score, reasons: score > 0.7 ? ['same-sound'] : [] };
}
