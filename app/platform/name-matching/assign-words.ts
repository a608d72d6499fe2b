import { compareWords } from './compare-words.ts';
import { joinWords } from './join-words.ts';
import type { PreparedWord } from './prepare-word.ts';

/** One or two words of the left name laid on one or two of the right. */
export interface WordPair {
  left: number;
  right: number;
  /** How many words on either side: 1:1, or 2:1 and 1:2 where a compound is written apart. */
  leftWords: 1 | 2;
  rightWords: 1 | 2;
  score: number;
  /** How much the words tell people apart; the least of both sides. */
  weight: number;
  kind: 'word' | 'initial' | 'beginning';
}

export interface Assignment {
  pairs: WordPair[];
  gain: number;
}

/** A pair that scores less is worth no more than leaving both words alone. */
const worthless = 0.12;
const initialScore = 0.75;
/** A word that is paired so well needs no compound. */
const wellPaired = 0.9;

/** Pairs the words of two names so that the most is explained. `goesOn` marks a left word that may be unfinished. */
export function assignWords(
  left: readonly PreparedWord[],
  right: readonly PreparedWord[],
  goesOn = -1,
): WordPair[] {
  const options = left.map((a, i) => {
    const found: WordPair[] = [];
    right.forEach((b, j) => {
      const pair = pairOf(a, b, i === goesOn);
      if (pair.score > worthless) found.push({ left: i, right: j, leftWords: 1, rightWords: 1, ...pair });
    });
    return found;
  });
  addCompounds(options, left, right);
  return search(options, left.length, right.length);
}

/** Two neighbours against one word, where that word has no good partner of its own. */
function addCompounds(
  options: WordPair[][],
  left: readonly PreparedWord[],
  right: readonly PreparedWord[],
): void {
  const good = (pair: WordPair) => pair.score >= wellPaired && pair.leftWords + pair.rightWords === 2;
  const leftPaired = options.map((found) => found.some(good));
  const rightPaired = right.map((_, j) =>
    options.some((found) => found.some((pair) => pair.right === j && good(pair))),
  );
  left.forEach((a, i) => {
    right.forEach((b, j) => {
      const found = options[i] as WordPair[];
      const next = right[j + 1];
      if (next && !leftPaired[i] && mayJoin(b, next)) addJoined(found, a, joinWords(b, next), i, j, 1, 2);
      const after = left[i + 1];
      if (after && !rightPaired[j] && mayJoin(a, after)) addJoined(found, joinWords(a, after), b, i, j, 2, 1);
    });
  });
}

function addJoined(
  found: WordPair[],
  a: PreparedWord,
  b: PreparedWord,
  i: number,
  j: number,
  leftWords: 1 | 2,
  rightWords: 1 | 2,
): void {
  if (a.latin.length > 2.2 * b.latin.length || b.latin.length > 2.2 * a.latin.length) return;
  const score = compareWords(a, b);
  if (score > 0.5) {
    found.push({
      left: i,
      right: j,
      leftWords,
      rightWords,
      score,
      weight: Math.max(a.weight, b.weight),
      kind: 'word',
    });
  }
}

const mayJoin = (a: PreparedWord, b: PreparedWord) =>
  a.script === b.script && a.text.length + b.text.length <= 26;

function pairOf(
  a: PreparedWord,
  b: PreparedWord,
  goesOn: boolean,
): Pick<WordPair, 'score' | 'weight' | 'kind'> {
  const weight = Math.min(a.weight, b.weight);
  if (a.text === b.text) return { score: 1, weight, kind: 'word' };
  if (a.initials || b.initials) {
    const fits = startsAlike(a, b);
    return { score: fits ? initialScore : 0, weight: 0.35 * weight, kind: 'initial' };
  }
  const score = compareWords(a, b);
  if (!goesOn) return { score, weight, kind: 'word' };
  const begun =
    a.script === b.script ? (b.text.startsWith(a.text) ? 0.95 : 0) : 0.95 * compareWords(a, b, true);
  return begun > score ? { score: begun, weight, kind: 'beginning' } : { score, weight, kind: 'word' };
}

function startsAlike(a: PreparedWord, b: PreparedWord): boolean {
  const [x = '', y = ''] = [a.latin[0], b.latin[0]];
  if (x === y) return x !== '';
  return ['cksqg', 'jzyg', 'vwbf', 'aeiouy', 'pbf', 'sšcč', 'kqgh', 'td'].some(
    (set) => set.includes(x) && set.includes(y),
  );
}

/** Exact search over subsets of the right words; names are short, and most words have few options. */
function search(options: readonly WordPair[][], lefts: number, rights: number): WordPair[] {
  let steps = 0;
  const memo = new Map<number, Assignment>();
  const from = (i: number, used: number): Assignment => {
    if (i >= lefts) return { pairs: [], gain: 0 };
    const key = i * 4096 + used;
    const known = memo.get(key);
    if (known) return known;
    let best = from(i + 1, used);
    for (const pair of options[i] ?? []) {
      const mask = (pair.rightWords === 2 ? 3 : 1) << pair.right;
      if (used & mask || mask >> rights || steps++ > 4000) continue;
      const rest = from(i + pair.leftWords, used | mask);
      const gain =
        rest.gain + (pair.score - worthless) * (0.2 + pair.weight) * (pair.leftWords + pair.rightWords - 1);
      if (gain > best.gain) best = { pairs: [pair, ...rest.pairs], gain };
    }
    memo.set(key, best);
    return best;
  };
  return from(0, 0).pairs;
}
