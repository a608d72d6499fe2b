import { knownGroups, knownWeight } from './known-names.ts';
import { latinForm, ownForm } from './letter-forms.ts';
import type { EncodedWord } from './letter-table.ts';
import type { NameWord } from './normalise-name.ts';

/** A word with what the comparison needs, computed once; the encodings are filled in when first asked for. */
export interface PreparedWord extends NameWord {
  /** In Latin letters, and in the letters that its own table knows. */
  latin: string;
  own: string;
  known: readonly number[];
  /** How much it tells people apart: 1 for an ordinary name, less for common and for very short words. */
  weight: number;
  /** The word without its article ("qahtani" for "alqahtani"), if it has one. */
  bare: PreparedWord | undefined;
  /** Set by prepareName: a single letter, or capitals that stand for several names. */
  initials: boolean;
  encoded: Partial<Record<string, EncodedWord>>;
}

export function prepareWord(word: NameWord): PreparedWord {
  const known = knownGroups(word.text);
  const bare = withoutArticle(word);
  return {
    ...word,
    latin: latinForm(word),
    own: ownForm(word),
    known,
    weight:
      knownWeight(known) *
      (word.text.length === 1 ? 0.35 : word.text.length === 2 && known.length === 0 ? 0.7 : 1),
    bare: bare === undefined ? undefined : prepareWord({ ...word, text: bare }),
    initials: false,
    encoded: {},
  };
}

/** The article stands before a word in Arabic and is often left out or written apart elsewhere. */
export function withoutArticle(word: NameWord): string | undefined {
  if (word.script === 'arabic') return /^ال.{3}/u.test(word.text) ? word.text.slice(2) : undefined;
  if (word.script === 'latin') return /^[ae]l[^aeiouy].{3}/u.test(word.text) ? word.text.slice(2) : undefined;
  if (word.script === 'cyrillic') return /^(?:аль|эль).{3}/u.test(word.text) ? word.text.slice(3) : undefined;
  return undefined;
}
