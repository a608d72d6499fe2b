import {
  type EncodedWord,
  featureCount,
  type LetterTable,
  longestLeft,
  longestRight,
} from './letter-table.ts';

/** Longest word with its two end signs; normalisation cuts words before this. */
const mostLetters = 64;
const reached = new Float64Array(mostLetters * mostLetters);
const stepLeft = new Uint8Array(mostLetters * mostLetters);
const stepRight = new Uint8Array(mostLetters * mostLetters);
const features = new Float64Array(featureCount);

/**
 * Lays the letters of one word along the other in the best way and says how good that is, as numbers for
 * `likelihood`. The answer is one shared array, overwritten by the next call. With `beginning` the word on that side
 * need only be the beginning of the other.
 */
export function alignWords(
  table: LetterTable,
  left: EncodedWord,
  right: EncodedWord,
  beginning?: 'left' | 'right',
): Float64Array {
  const { weights, width } = table;
  const n = left.length;
  const m = right.length;
  const row = m + 1;
  reached.fill(-1e9, 0, (n + 1) * row);
  reached[0] = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = reached[i * row + j] as number;
      if (here < -1e8) continue;
      for (let l = 0; l <= longestLeft && i + l <= n; l++) {
        const from = l === 0 ? 0 : (left.groups[i * (longestLeft + 1) + l] as number);
        if (from < 0) continue;
        for (let r = 0; r <= longestRight && j + r <= m; r++) {
          if (l + r === 0) continue;
          const to = r === 0 ? 0 : (right.groups[j * (longestRight + 1) + r] as number);
          if (to < 0) continue;
          const weight = weights[from * width + to] as number;
          const at = (i + l) * row + j + r;
          if (here + weight > (reached[at] as number)) {
            reached[at] = here + weight;
            stepLeft[at] = l;
            stepRight[at] = r;
          }
        }
      }
    }
  }
  let i = n;
  let j = m;
  if (beginning === 'left') {
    // Before the end sign of the beginning, at the best place of the other.
    i = n - 1;
    j = 1;
    for (let k = 2; k < m; k++)
      if ((reached[i * row + k] as number) > (reached[i * row + j] as number)) j = k;
  } else if (beginning === 'right') {
    j = m - 1;
    i = 1;
    for (let k = 2; k < n; k++)
      if ((reached[k * row + j] as number) > (reached[i * row + j] as number)) i = k;
  }
  const score = reached[i * row + j] as number;
  const mean = (i + j - (beginning ? 2 : 4)) / 2 + 1e-9;
  const mostLeft = beginning === 'right' ? right.most : left.most;
  const mostRight = beginning === 'left' ? left.most : right.most;
  let against = 0;
  let worst = 0;
  let first = 0;
  let second = 0;
  while (i > 0 || j > 0) {
    const at = i * row + j;
    const l = stepLeft[at] as number;
    const r = stepRight[at] as number;
    i -= l;
    j -= r;
    if (l + r === 0 || i < 0 || j < 0) break;
    const weight = (reached[at] as number) - (reached[i * row + j] as number);
    if (weight < 0) against += weight;
    if (weight < worst) worst = weight;
    second = first;
    first = weight;
  }
  features[0] = score / mean;
  features[1] = (mostLeft - score) / mean;
  features[2] = (mostRight - score) / mean;
  features[3] = Math.sqrt(mean);
  features[4] = against / mean;
  features[5] = worst;
  features[6] = against;
  features[7] = score / 10;
  features[8] = score / Math.max(1, mostLeft, mostRight);
  features[9] = first + second;
  features[10] = (mostLeft - mostRight) / 10;
  return features;
}

/** The chance that two words are one name, by the factors that were fitted to close but different names. */
export function likelihood(factors: readonly number[], found: Float64Array): number {
  let odds = factors[0] as number;
  for (let i = 0; i < featureCount; i++) odds += (factors[i + 1] as number) * (found[i] as number);
  return 1 / (1 + Math.exp(-odds));
}
