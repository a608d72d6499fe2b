import { assignWords, type WordPair } from './assign-words.ts';
import { compareWords } from './compare-words.ts';
import type { NameReason } from './match-names.ts';
import type { PreparedWord } from './prepare-word.ts';

export interface ComparedNames {
  score: number;
  reasons: NameReason[];
  /** Words of one side that have a partner on the other. */
  words: PreparedWord[];
}

export const nameFeatureCount = 8;

/** Beyond these odds (natural logarithm) one word says no more for or against a whole name. */
const mostOdds = 4;

/**
 * What the pairing of two names says, as numbers for a logistic regression: how well the words fit, the worst of
 * them, what is left over on the shorter and on the longer side, and whether the order is another.
 */
export function nameFeatures(
  left: readonly PreparedWord[],
  right: readonly PreparedWord[],
  pairs: readonly WordPair[],
): number[] {
  const whole = [spent(left, 0, left.length), spent(right, 0, right.length)] as const;
  const free: [number, number] = [...whole];
  let worst = mostOdds;
  let crossed = 0;
  let initials = 0;
  let strength = 0;
  for (const pair of pairs) {
    free[0] -= spent(left, pair.left, pair.leftWords);
    free[1] -= spent(right, pair.right, pair.rightWords);
    const odds = Math.max(
      -mostOdds,
      Math.min(mostOdds, Math.log(pair.score / Math.max(1e-6, 1 - pair.score))),
    );
    if (pair.weight >= 0.35) worst = Math.min(worst, odds);
    if (pair.kind === 'initial') initials = 1;
    strength += pair.weight * Math.max(0, odds);
    for (const other of pairs) if (other.left < pair.left && other.right > pair.right) crossed = 1;
  }
  const less = Math.max(0, Math.min(...free));
  const more = Math.max(0, Math.max(...free));
  // A word that is missing here and another that is missing there are mostly two different names.
  const torn = Math.min(1, less) * Math.min(1, more);
  const size = Math.max(0.2, Math.min(...whole));
  return [
    less > 0.3 ? -mostOdds : worst,
    less / size,
    more / (size + 1),
    torn,
    crossed,
    initials,
    Math.min(2.5, strength / mostOdds),
    Math.min(1, strength / mostOdds / size),
  ];
}

function spent(words: readonly PreparedWord[], from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) {
    const word = words[i];
    if (word) sum += word.weight * (word.initials ? 0.35 : 1);
  }
  return sum;
}

/** Fitted by bench/name-train-names.ts: bias, then one factor for each feature. */
export const nameFactors: readonly number[] = [
  1.156, 0.359, -3.245, -5.085, -0.944, 0.059, -0.711, 2.921, -3.087,
];

/** How likely two whole names are one, with the reasons. Symmetric. */
export function compareNames(left: readonly PreparedWord[], right: readonly PreparedWord[]): ComparedNames {
  if (left.length === 0 || right.length === 0) return { score: 0, reasons: [], words: [] };
  const text = (words: readonly PreparedWord[]) => words.map((word) => word.text).join(' ');
  const [a, b] = [text(left), text(right)];
  if (a === b) return { score: 1, reasons: ['same-name'], words: [...right] };
  const [x, y] = a < b ? [left, right] : [right, left];
  const pairs = assignWords(x, y);
  if (x.length === 1 && y.length === 1) {
    const score = pairs[0]?.score ?? compareWords(x[0] as PreparedWord, y[0] as PreparedWord);
    return { score, reasons: reasonsFor(x, y, pairs), words: paired(y, pairs) };
  }
  const features = nameFeatures(x, y, pairs);
  let odds = nameFactors[0] as number;
  for (let i = 0; i < nameFeatureCount; i++) odds += (nameFactors[i + 1] as number) * (features[i] as number);
  return {
    score: Math.min(0.995, 1 / (1 + Math.exp(-odds))),
    reasons: reasonsFor(x, y, pairs),
    words: paired(y, pairs),
  };
}

/** How well what was typed fits a name; words of the name that were not typed cost next to nothing. */
export function compareTyped(
  typed: readonly PreparedWord[],
  name: readonly PreparedWord[],
  unfinished: boolean,
): ComparedNames {
  const pairs = assignWords(typed, name, unfinished ? typed.length - 1 : -1);
  let fit = 0;
  let used = 0;
  for (const pair of pairs) {
    fit += pair.score * spent(typed, pair.left, pair.leftWords);
    used += pair.rightWords;
  }
  const all = spent(typed, 0, typed.length);
  const left = Math.max(0, name.length - used);
  return { score: Math.max(0, fit / all - 0.004 * left), reasons: reasonsFor(typed, name, pairs), words: [] };
}

function paired(words: readonly PreparedWord[], pairs: readonly WordPair[]): PreparedWord[] {
  return pairs.flatMap((pair) =>
    pair.score < 0.4 ? [] : words.slice(pair.right, pair.right + pair.rightWords),
  );
}

function reasonsFor(
  left: readonly PreparedWord[],
  right: readonly PreparedWord[],
  pairs: readonly WordPair[],
): NameReason[] {
  const reasons = new Set<NameReason>();
  let covered = 0;
  let crossed = false;
  for (const pair of pairs) {
    const a = left[pair.left];
    const b = right[pair.right];
    if (!a || !b || pair.score < 0.45) continue;
    covered++;
    if (pairs.some((other) => other.left < pair.left && other.right > pair.right)) crossed = true;
    if (pair.leftWords + pair.rightWords > 2) reasons.add('joined-words');
    else if (pair.kind === 'initial') reasons.add('initial');
    else if (pair.kind === 'beginning') reasons.add('prefix');
    else if (a.text === b.text) reasons.add('same-name');
    else if (a.known.some((group) => b.known.includes(group))) reasons.add('known-variant');
    else if (a.script !== b.script) reasons.add('same-sound');
    else if (consonants(a.latin) === consonants(b.latin)) reasons.add('dropped-vowels');
    else reasons.add('close-spelling');
  }
  if (crossed) reasons.add('same-words-other-order');
  if (covered > 0 && left.length !== right.length && !reasons.has('joined-words'))
    reasons.add('missing-word');
  return [...reasons];
}

const consonants = (latin: string) => latin.replace(/[aeiouyöü]/gu, '');
