import { compareWords } from './compare-words.ts';
import type { NameReason } from './match-names.ts';
import type { PreparedWord } from './prepare-word.ts';

/** 'whole': both are complete names. 'search': what is missing on the right costs nothing. 'typing': the last word may go on. */
export type NameComparison = 'whole' | 'search' | 'typing';

export function compareNames(
  typed: readonly PreparedWord[],
  name: readonly PreparedWord[],
  how: NameComparison,
): { score: number; reasons: NameReason[] } {
  const free = new Set(name);
  let total = 0;
  for (const [i, word] of typed.entries()) {
    let best = 0;
    let found: PreparedWord | undefined;
    for (const other of free) {
      const score = Math.max(
        compareWords(word, other),
        how === 'typing' && i === typed.length - 1
          ? other.text.startsWith(word.text)
            ? 0.95
            : compareWords(word, other, true)
          : 0,
      );
      if (score > best) [best, found] = [score, other];
    }
    if (found) free.delete(found);
    total += best;
  }
  const size = how === 'whole' ? Math.max(typed.length, name.length) : typed.length;
  const score = Math.max(0, total / size - 0.002 * free.size);
  return { score, reasons: score === 1 ? ['same-name'] : score > 0.7 ? ['same-sound'] : [] };
}
