import { assignWords, type WordPair } from './assign-words.ts';
import type { NameReason } from './match-names.ts';
import type { PreparedWord } from './prepare-word.ts';

export interface ComparedNames {
  score: number;
  reasons: NameReason[];
}

export const nameFeatureCount = 9;

/**
 * What the pairing of two names says, as numbers for a logistic regression: how well the words fit, the worst of
 * them, what is left over on the shorter and on the longer side, and whether the order is another.
 */
export function nameFeatures(
  left: readonly PreparedWord[],
  right: readonly PreparedWord[],
  pairs: readonly WordPair[],
): number[] {
  let fit = 0;
  let weights = 0;
  let doubt = 0;
  let worst = 1;
  let crossed = 0;
  let strongest = 0;
  const free = [
    left.reduce((sum, word) => sum + word.weight * (word.initials ? 0.35 : 1), 0),
    right.reduce((sum, word) => sum + word.weight * (word.initials ? 0.35 : 1), 0),
  ] as [number, number];
  const total = Math.max(0.1, Math.min(...free));
  for (const pair of pairs) {
    const spentLeft = spent(left, pair.left, pair.leftWords);
    const spentRight = spent(right, pair.right, pair.rightWords);
    free[0] -= spentLeft;
    free[1] -= spentRight;
    const weight = Math.max(pair.weight, 0.1);
    fit += weight * pair.score;
    weights += weight;
    const odds = Math.log(Math.max(0.003, pair.score) / Math.max(0.003, 1 - pair.score));
    doubt += weight * Math.min(0, odds - 1);
    strongest += weight * Math.min(3.5, Math.max(0, odds + 1));
    if (weight >= 0.35) worst = Math.min(worst, pair.score);
    for (const other of pairs) if (other.left < pair.left && other.right > pair.right) crossed = 1;
  }
  const less = Math.max(0, Math.min(...free));
  const more = Math.max(0, Math.max(...free));
  return [
    weights === 0 ? 0 : fit / weights,
    worst,
    less / total,
    more / (total + 1),
    doubt,
    crossed,
    Math.min(1, strongest / 3.5 / total),
    Math.min(2.5, strongest / 3.5),
    less > 0.3 && more > 0.3 ? 1 : 0,
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
export const nameFactors: readonly number[] = [-4, 4, 2, -3, -1.5, 0.6, -0.3, 2, 0.2, -1];

/** How likely two whole names are one, with the reasons. Symmetric. */
export function compareNames(left: readonly PreparedWord[], right: readonly PreparedWord[]): ComparedNames {
  if (left.length === 0 || right.length === 0) return { score: 0, reasons: [] };
  const text = (words: readonly PreparedWord[]) => words.map((word) => word.text).join(' ');
  const [a, b] = [text(left), text(right)];
  if (a === b) return { score: 1, reasons: ['same-name'] };
  const [x, y] = a < b ? [left, right] : [right, left];
  const pairs = assignWords(x, y);
  const only = pairs[0];
  if (x.length === 1 && y.length === 1) {
    const score = only?.score ?? 0;
    return { score, reasons: reasonsFor(x, y, pairs) };
  }
  const features = nameFeatures(x, y, pairs);
  let odds = nameFactors[0] as number;
  for (let i = 0; i < nameFeatureCount; i++) odds += (nameFactors[i + 1] as number) * (features[i] as number);
  return { score: Math.min(0.995, 1 / (1 + Math.exp(-odds))), reasons: reasonsFor(x, y, pairs) };
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
  return { score: Math.max(0, fit / all - 0.004 * left), reasons: reasonsFor(typed, name, pairs) };
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
