import { compareNames } from './compare-names.ts';
import { prepareName } from './prepare-name.ts';

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
  const { score, reasons } = compareNames(prepareName(a), prepareName(b));
  return { score, reasons };
}
