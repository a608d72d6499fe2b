import { avoidedWords } from '#platform/language/wording.ts';
import type { Block } from './block.ts';
import { blockText } from './block-text.ts';
import type { GuideType } from './guide.ts';
import { hardWords } from './hard-words.ts';
import { parseBody } from './parse-body.ts';

export const hintKinds = [
  'long-sentence',
  'long-paragraph',
  'hard-word',
  'long-word',
  'passive',
  'bare-figure',
  'avoided-word',
  'shouting',
  'no-headings',
  'no-steps',
  'no-checklist',
  'long-page',
] as const;
export type HintKind = (typeof hintKinds)[number];

/** Advice to whoever writes. It never stops a page from being saved or published. */
export interface Hint {
  kind: HintKind;
  /** Place among the blocks of the body; left out where the whole page is meant. */
  block?: number;
  /** What it is about: the beginning of a sentence, a word. */
  text?: string;
  /** For a hard word: a plainer one. English only. */
  plainer?: string;
  /** Words counted, and how many there should be at most. */
  words?: number;
  limit?: number;
}

const paragraphLimit = 70;
const pageLimit = 450;

/** Words of a sentence. Languages that build one word from what others say in three need fewer. */
const sentenceLimits: Readonly<Record<string, number>> = { am: 14, bn: 16, ur: 24, 'fa-AF': 22, ps: 22 };
const sentenceLimit = (language: string) => sentenceLimits[language] ?? 18;

/** Words of a text in any script; a dash or a bullet is none. */
export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const abbreviation = /(?:^|[\s(])(?:\p{L}|e\.g|i\.e|etc|mr|mrs|ms|dr|no|nr|st|art|para|p)\.$/iu;

/** Sentences by the full stops of Latin, Cyrillic, Arabic, Urdu, Bengali and Ethiopic writing. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let begun = '';
  for (const piece of text.match(/[^.!?…؟۔।॥።፧፨]+[.!?…؟۔।॥።፧፨]*["'”’»)\]]*\s*|[.!?…؟۔।॥።፧፨]+\s*/gu) ?? []) {
    begun += piece;
    const ends = /[!?…؟۔।॥።፧፨]["'”’»)\]]*\s*$|\.["'”’»)\]]*\s+$/u.test(piece);
    if (!ends || abbreviation.test(begun.trimEnd())) continue;
    sentences.push(begun.trim());
    begun = '';
  }
  return [...sentences, begun.trim()].filter((sentence) => wordsIn(sentence) > 0);
}

/**
 * What could be plainer in a body. Pure and quick enough to run while somebody types.
 * @param type of the page: a procedure without steps and a list of papers without boxes are told
 */
export function plainLanguageHints(markdown: string, language: string, type?: GuideType): Hint[] {
  const blocks = parseBody(markdown);
  const hints: Hint[] = blocks.flatMap((block, at) =>
    blockHints(block, language).map((hint) => ({ ...hint, block: at })),
  );
  const words = wordsIn(blockText(blocks));
  const has = (kind: Block['kind']) => blocks.some((block) => block.kind === kind);
  if (words > 150 && !has('heading')) hints.push({ kind: 'no-headings' });
  if (words > pageLimit) hints.push({ kind: 'long-page', words, limit: pageLimit });
  if (type === 'procedure' && !has('steps')) hints.push({ kind: 'no-steps' });
  if (type === 'document_checklist' && !has('checklist')) hints.push({ kind: 'no-checklist' });
  return hints;
}

function blockHints(block: Block, language: string): Hint[] {
  if (block.kind === 'fact' || block.kind === 'centre') return [];
  // A value counts as the one word it will be.
  const lines = blockText([block], () => 'x').split('\n');
  const text = lines.join('\n');
  const hints: Hint[] = [];
  if (block.kind !== 'table') {
    for (const sentence of lines.flatMap(splitSentences)) {
      const words = wordsIn(sentence);
      const limit = sentenceLimit(language);
      if (words > limit) hints.push({ kind: 'long-sentence', text: beginning(sentence), words, limit });
    }
  }
  const words = wordsIn(text);
  if (block.kind === 'paragraph' && words > paragraphLimit) {
    hints.push({ kind: 'long-paragraph', text: beginning(text), words, limit: paragraphLimit });
  }
  if (avoidedWords(language, text)) hints.push({ kind: 'avoided-word', text: beginning(text) });
  return [...hints, ...wordHints(text, language), ...figureHints(text)];
}

function wordHints(text: string, language: string): Hint[] {
  const hints: Hint[] = [];
  const words = new Set(text.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? []);
  for (const word of words) {
    const plainer = language === 'en' ? plainerWord(word.toLowerCase()) : undefined;
    if (plainer !== undefined) hints.push({ kind: 'hard-word', text: word, plainer });
    else if (/^[\p{Script=Latin}\p{Script=Cyrillic}]{14,}$/u.test(word))
      hints.push({ kind: 'long-word', text: word });
    else if (/^[\p{Lu}]{7,}$/u.test(word)) hints.push({ kind: 'shouting', text: word });
  }
  if (language === 'en') {
    for (const [found] of text.matchAll(passive)) hints.push({ kind: 'passive', text: found });
  }
  return hints;
}

/** Also finds "requires", "submitted", "facilitating". */
function plainerWord(word: string): string | undefined {
  const stem = word.replace(/([a-z])\1(?:ing|ed)$/u, '$1').replace(/(?:ing|ed|es|s|d)$/u, '');
  return [word, word.replace(/(?:s|d)$/u, ''), stem, `${stem}e`]
    .filter((form) => Object.hasOwn(hardWords, form))
    .map((form) => hardWords[form])[0];
}

/** "is taken", "were registered": who does it stays unsaid. */
const passive =
  /\b(?:is|are|was|were|be|been|being)\s+(?:not\s+)?(?:\w{3,}ed|given|taken|made|paid|held|kept|told|sent|done|shown|written|known|found|seen)\b/giu;

/** A price, share, number or year that no fact stands behind; small counts are ordinary language. */
function figureHints(text: string): Hint[] {
  const figures = text.match(/(?:[$€£₹৳]\s*)?\p{Nd}[\p{Nd}.,٬٫/-]*(?:\s*[%٪])?/gu) ?? [];
  return figures
    .filter((figure) => /[$€£₹৳%٪]/u.test(figure) || (figure.match(/\p{Nd}/gu) ?? []).length > 1)
    .map((figure) => ({ kind: 'bare-figure', text: figure }));
}

function beginning(text: string): string {
  const words = text.split(/\s+/u);
  return words.length > 10 ? `${words.slice(0, 10).join(' ')} …` : words.join(' ');
}
