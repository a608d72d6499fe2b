import { type CompoundKind, compoundOf } from './compound-words.ts';
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
  /** What is left of a compound ("rahman" of "abdulrahman"). */
  compound: { kind: CompoundKind; rest: PreparedWord } | undefined;
  /** A Cyrillic word with its kh spelled h, for scripts that tell the two apart. */
  breathed: PreparedWord | undefined;
  /** Set by prepareWords: a single letter, or capitals that stand for several names. */
  initials: boolean;
  encoded: Partial<Record<string, EncodedWord>>;
}

export function prepareWord(word: NameWord): PreparedWord {
  const indic = word.script === 'bengali' || word.script === 'devanagari';
  const own = ownForm(word);
  const prepared = withForms(word, latinForm(word), own);
  if (word.script === 'cyrillic' && prepared.latin.includes('kh')) {
    prepared.breathed = withForms(word, prepared.latin.replace(/kh/gu, 'h'), own);
  }
  const bare = withoutArticle(word);
  if (bare !== undefined) prepared.bare = prepareWord({ ...word, text: bare });
  const compound = indic ? compoundOf(prepared.latin, 'latin') : compoundOf(word.text, word.script);
  if (compound) {
    const text = compound.rest;
    const rest = indic ? withForms({ ...word, text }, text, text) : prepareWord({ ...word, text });
    prepared.compound = { kind: compound.kind, rest };
  }
  return prepared;
}

/** An article written apart, with the word that follows. */
export function prepareWithArticle(article: NameWord, word: NameWord): PreparedWord {
  const bare = prepareWord(word);
  const text = article.text + word.text;
  return {
    ...withForms({ ...word, text }, latinForm({ ...word, text }), ownForm({ ...word, text })),
    bare,
    weight: bare.weight,
  };
}

function withForms(word: NameWord, latin: string, own: string): PreparedWord {
  const known = knownGroups(word.text);
  const short = word.text.length === 1 ? 0.35 : word.text.length === 2 && known.length === 0 ? 0.7 : 1;
  return {
    text: word.text,
    script: word.script,
    capitals: word.capitals,
    latin,
    own,
    known,
    weight: knownWeight(known) * short,
    bare: undefined,
    compound: undefined,
    breathed: undefined,
    initials: false,
    encoded: {},
  };
}

/** The article stands before a word in Arabic and is often left out or written apart elsewhere. */
function withoutArticle(word: NameWord): string | undefined {
  if (word.script === 'arabic') return /^ال.{3}/u.test(word.text) ? word.text.slice(2) : undefined;
  if (word.script === 'latin') return /^[ae]l[^aeiouy].{3}/u.test(word.text) ? word.text.slice(2) : undefined;
  if (word.script === 'cyrillic') return /^(?:аль|эль).{3}/u.test(word.text) ? word.text.slice(3) : undefined;
  return undefined;
}
