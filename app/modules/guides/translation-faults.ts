import { blockQuotes } from './block-quotes.ts';
import { parseBody } from './parse-body.ts';

export interface TranslationFaults {
  /** Facts that the source quotes and the translation does not. */
  missingFacts: string[];
  /** Pages that the source links to and the translation does not. */
  missingPages: string[];
  /** The source is a warning, a list or the like, and the translation is none. */
  otherKind: string | undefined;
}

/** What a translation of one block has lost of its source. Nothing is told of one that is not written yet. */
export function translationFaults(source: string, text: string): TranslationFaults {
  if (text.trim() === '') return { missingFacts: [], missingPages: [], otherKind: undefined };
  const [before, after] = [parseBody(source), parseBody(text)];
  const [wanted, there] = [blockQuotes(before), blockQuotes(after)];
  const kind = before[0]?.kind;
  return {
    missingFacts: wanted.facts.filter((code) => !there.facts.includes(code)),
    missingPages: wanted.pages.filter((slug) => !there.pages.includes(slug)),
    otherKind: kind === after[0]?.kind ? undefined : kind,
  };
}

export const hasFaults = ({ missingFacts, missingPages, otherKind }: TranslationFaults): boolean =>
  missingFacts.length > 0 || missingPages.length > 0 || otherKind !== undefined;
