/**
 * What letters of one spelling stand for in another: weights of letter groups ("sh" for "ش", "ou" for "و") that
 * were learned from pairs of names with an expectation–maximisation of a joint multigram model. A weight is the
 * logarithm of how much more often two groups stand for each other than chance; bench/name-train.ts made them.
 */
export interface LetterWeights {
  /** Lines of `group:counterpart weight,…`; weights in hundredths, '^' and '$' are the ends of a word. */
  groups: string;
  /** Bias, then one factor for each feature of `alignWords`. */
  factors: readonly number[];
}

export const longestLeft = 3;
export const longestRight = 2;
export const featureCount = 11;

/**
 * A word as the groups that can start at each of its letters: `steps` holds, from `at[position]` to
 * `at[position + 1]`, pairs of length and group number.
 */
export interface EncodedWord {
  length: number;
  at: Uint8Array;
  steps: Uint16Array;
  /** The best weight any counterpart could reach. */
  most: number;
}

export interface LetterTable {
  encodeLeft(word: string): EncodedWord;
  encodeRight(word: string): EncodedWord;
  /** Weight by `left group * width + right group`; NaN where the two never stand for each other. */
  weights: Float32Array;
  width: number;
  factors: readonly number[];
}

/** Weight of a single letter that the table has never seen dropped or added. */
export const unseen = -5;

export function letterTable({ groups, factors }: LetterWeights): LetterTable {
  // Number 0 is "nothing": a letter that has no counterpart; number 1 is any letter that the table does not know.
  const left = new Map<string, number>([
    ['', 0],
    ['\u0000', 1],
  ]);
  const right = new Map<string, number>([
    ['', 0],
    ['\u0000', 1],
  ]);
  const entries: [number, number, number][] = [];
  const number = (map: Map<string, number>, group: string) => {
    let id = map.get(group);
    if (id === undefined) {
      id = map.size;
      map.set(group, id);
    }
    return id;
  };
  for (const line of groups.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const from = number(left, line.slice(0, colon));
    for (const entry of line.slice(colon + 1).split(',')) {
      const at = entry.indexOf(' ');
      entries.push([from, number(right, entry.slice(0, at)), Number(entry.slice(at + 1)) / 100]);
    }
  }
  const width = right.size;
  const weights = new Float32Array(left.size * width).fill(Number.NaN);
  const mostLeft = new Float32Array(left.size).fill(Number.NaN);
  const mostRight = new Float32Array(width).fill(Number.NaN);
  for (const [from, to, weight] of entries) {
    weights[from * width + to] = weight;
    if (!(weight <= (mostLeft[from] as number))) mostLeft[from] = weight;
    if (!(weight <= (mostRight[to] as number))) mostRight[to] = weight;
  }
  for (const [group, id] of left)
    if (group.length === 1 && Number.isNaN(weights[id * width])) weights[id * width] = unseen;
  for (const [group, id] of right) if (group.length === 1 && Number.isNaN(weights[id])) weights[id] = unseen;

  const encode =
    (map: Map<string, number>, most: Float32Array, longest: number) =>
    (word: string): EncodedWord => {
      const whole = `^${word}$`;
      const at = new Uint8Array(whole.length + 1);
      const steps: number[] = [];
      const reach = new Float64Array(whole.length + 1).fill(-1e9);
      reach[0] = 0;
      for (let i = 0; i < whole.length; i++) {
        at[i] = steps.length;
        for (let l = 1; l <= longest && i + l <= whole.length; l++) {
          const id = map.get(whole.slice(i, i + l)) ?? (l === 1 ? 1 : -1);
          if (id < 0) continue;
          steps.push(l, id);
          const best = most[id] as number;
          const value = Number.isNaN(best) ? (l === 1 ? 0 : -1e9) : best;
          if ((reach[i] as number) + value > (reach[i + l] as number))
            reach[i + l] = (reach[i] as number) + value;
        }
      }
      at[whole.length] = steps.length;
      return {
        length: whole.length,
        at,
        steps: Uint16Array.from(steps),
        most: reach[whole.length] as number,
      };
    };
  return {
    encodeLeft: encode(left, mostLeft, longestLeft),
    encodeRight: encode(right, mostRight, longestRight),
    weights,
    width,
    factors,
  };
}
