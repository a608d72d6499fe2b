import { longestLeft, longestRight } from '#platform/name-matching/letter-table.ts';

/**
 * Learns which letter groups of two spellings stand for each other: expectation–maximisation of a joint multigram
 * model. Counts of long groups are discounted and small ones dropped, or whole words would be learned by heart;
 * a pair that fits no better than chance counts little, because labels are noisy.
 */
export interface LearningSettings {
  rounds: number;
  /** Taken from the count of a group for each letter over one on either side. */
  discount: number;
  /** Groups of several letters seen less often than this are dropped. */
  least: number;
  /** Share of wrong pairs to expect. */
  noise: number;
}

export const usualSettings: LearningSettings = { rounds: 12, discount: 0.6, least: 1.5, noise: 0.03 };

const allowed = (l: number, r: number) => l + r > 0 && !(r === 0 && l > 2) && !(l === 0 && r > 1);
const width = (longestLeft + 1) * (longestRight + 1);

interface Lattice {
  n: number;
  m: number;
  ids: Int32Array;
  chance: number;
}

/** Weights by `left|right`: how much more often than chance the two stand for each other, natural logarithm. */
export function learnGroups(
  pairs: readonly (readonly [string, string])[],
  prior: ReadonlyMap<string, number>,
  settings: LearningSettings = usualSettings,
): Map<string, number> {
  const leftChance = letterChances(pairs.map((pair) => pair[0]));
  const rightChance = letterChances(pairs.map((pair) => pair[1]));
  const ids = new Map<string, number>();
  const names: string[] = [];
  const lattices = pairs.map(([a, b]) => lattice(a, b));
  let chances = new Float64Array(names.length);
  let shares = new Map<string, number>();
  for (let round = 0; round < settings.rounds; round++) {
    const counts = new Float64Array(names.length);
    for (const pair of lattices) count(pair, round === 0, chances, counts);
    shares = maximise(counts);
    chances = Float64Array.from(names, (name) => shares.get(name) ?? 0);
  }
  const weights = new Map<string, number>();
  for (const [name, share] of shares) {
    const bar = name.indexOf('|');
    const byChance = logChance(leftChance, name.slice(0, bar)) + logChance(rightChance, name.slice(bar + 1));
    weights.set(name, Math.log(share) - byChance);
  }
  return weights;

  function lattice(a: string, b: string): Lattice {
    const [x, y] = [`^${a}$`, `^${b}$`];
    const [n, m] = [x.length, y.length];
    const found = new Int32Array((n + 1) * (m + 1) * width).fill(-1);
    for (let i = 0; i <= n; i++) {
      for (let j = 0; j <= m; j++) {
        for (let l = 0; l <= longestLeft && i + l <= n; l++) {
          for (let r = 0; r <= longestRight && j + r <= m; r++) {
            if (!allowed(l, r)) continue;
            const name = `${x.slice(i, i + l)}|${y.slice(j, j + r)}`;
            let id = ids.get(name);
            if (id === undefined) {
              id = names.length;
              names.push(name);
              ids.set(name, id);
            }
            found[(i * (m + 1) + j) * width + l * (longestRight + 1) + r] = id;
          }
        }
      }
    }
    return { n, m, ids: found, chance: logChance(leftChance, x) + logChance(rightChance, y) };
  }

  function count(
    { n, m, ids: cells, chance }: Lattice,
    first: boolean,
    known: Float64Array,
    counts: Float64Array,
  ) {
    const row = m + 1;
    const size = (n + 1) * row;
    const forward = new Float64Array(size);
    const backward = new Float64Array(size);
    const step = (at: number, l: number, r: number): number => {
      const id = cells[at * width + l * (longestRight + 1) + r] as number;
      if (id < 0) return 0;
      if (!first) return known[id] as number;
      const [i, j] = [Math.floor(at / row), at % row];
      const aside = 1 - Math.min(0.95, Math.abs(i / n - j / m) * 1.5);
      const hint = prior.has(names[id] as string) ? 30 : 1;
      return Math.exp(-2.2 * (l + r)) * (l === 1 && r === 1 ? 1 : 0.15) * aside * hint;
    };
    forward[0] = 1;
    eachStep(n, m, false, (at, l, r, to) => {
      if (forward[at] !== 0) forward[to] = (forward[to] as number) + (forward[at] as number) * step(at, l, r);
    });
    const total = forward[size - 1] as number;
    if (!(total > 0)) return;
    backward[size - 1] = 1;
    eachStep(n, m, true, (at, l, r, to) => {
      backward[at] = (backward[at] as number) + step(at, l, r) * (backward[to] as number);
    });
    const trust = first ? 1 : 1 / (1 + Math.exp(Math.log(settings.noise) + chance - Math.log(total)));
    eachStep(n, m, false, (at, l, r, to) => {
      const share = (trust * (forward[at] as number) * step(at, l, r) * (backward[to] as number)) / total;
      const id = cells[at * width + l * (longestRight + 1) + r] as number;
      if (share > 0) counts[id] = (counts[id] as number) + share;
    });
  }

  function maximise(counts: Float64Array): Map<string, number> {
    const kept = new Map<string, number>();
    const add = (name: string, value: number) => kept.set(name, (kept.get(name) ?? 0) + value);
    for (let id = 0; id < counts.length; id++) {
      const seen = counts[id] as number;
      if (seen < 1e-3) continue;
      const name = names[id] as string;
      const bar = name.indexOf('|');
      const [l, r] = [bar, name.length - bar - 1];
      const long = l > 1 || r > 1;
      const value = long ? (seen < settings.least ? 0 : seen - settings.discount * (l + r - 1)) : seen;
      if (value > 0) add(name, value);
    }
    for (const [name, value] of prior) add(name, value);
    for (const a of leftChance.keys()) {
      add(`${a}|`, 0.1);
      for (const b of rightChance.keys()) {
        if (!'^$'.includes(a) && !'^$'.includes(b)) add(`${a}|${b}`, 0.02);
      }
    }
    for (const b of rightChance.keys()) add(`|${b}`, 0.1);
    add('^|^', 1);
    add('$|$', 1);
    let total = 0;
    for (const value of kept.values()) total += value;
    for (const [name, value] of kept) kept.set(name, value / total);
    return kept;
  }
}

function eachStep(
  n: number,
  m: number,
  back: boolean,
  visit: (at: number, l: number, r: number, to: number) => void,
): void {
  const row = m + 1;
  const cells = (n + 1) * row;
  for (let k = 0; k < cells; k++) {
    const at = back ? cells - 1 - k : k;
    const [i, j] = [Math.floor(at / row), at % row];
    for (let l = 0; l <= longestLeft && i + l <= n; l++) {
      for (let r = 0; r <= longestRight && j + r <= m; r++) {
        if (allowed(l, r)) visit(at, l, r, at + l * row + r);
      }
    }
  }
}

function letterChances(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of words) {
    for (const letter of `^${word}$`) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
      total++;
    }
  }
  for (const [letter, seen] of counts) counts.set(letter, (seen + 0.5) / (total + 20));
  return counts;
}

function logChance(chances: ReadonlyMap<string, number>, letters: string): number {
  let sum = 0;
  for (const letter of letters) sum += Math.log(chances.get(letter) ?? 1e-4);
  return sum;
}
