import { type EncodedWord, featureCount, type LetterTable } from './letter-table.ts';

/** Longest word with its two end signs; normalisation cuts words before this. */
const mostLetters = 64;
/** A path that has lost so much by some letter will not end as one name. */
const hopeless = -9;
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
    const stepsFrom = left.at[i] as number;
    const stepsTo = i < n ? (left.at[i + 1] as number) : stepsFrom;
    for (let j = 0; j <= m; j++) {
      const here = reached[i * row + j] as number;
      if (here < hopeless) continue;
      const rightFrom = right.at[j] as number;
      const rightTo = j < m ? (right.at[j + 1] as number) : rightFrom;
      // A letter added on the right.
      for (let q = rightFrom; q < rightTo; q += 2) {
        const to = i * row + j + (right.steps[q] as number);
        const value = here + (weights[right.steps[q + 1] as number] as number);
        if (value > (reached[to] as number)) {
          reached[to] = value;
          stepLeft[to] = 0;
          stepRight[to] = right.steps[q] as number;
        }
      }
      for (let p = stepsFrom; p < stepsTo; p += 2) {
        const l = left.steps[p] as number;
        const line = (left.steps[p + 1] as number) * width;
        const next = (i + l) * row + j;
        const dropped = here + (weights[line] as number);
        if (dropped > (reached[next] as number)) {
          reached[next] = dropped;
          stepLeft[next] = l;
          stepRight[next] = 0;
        }
        for (let q = rightFrom; q < rightTo; q += 2) {
          const r = right.steps[q] as number;
          const value = here + (weights[line + (right.steps[q + 1] as number)] as number);
          if (value > (reached[next + r] as number)) {
            reached[next + r] = value;
            stepLeft[next + r] = l;
            stepRight[next + r] = r;
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
