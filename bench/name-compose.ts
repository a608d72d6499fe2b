import { parseCsv } from './name-csv.ts';
import { nameSpellings } from './name-spellings.ts';

/**
 * Composes labelled pairs of full names from single words: people get two or three words, each written once in
 * Latin letters and once in the other script, with what registers do to names (a word left out, another order,
 * an initial, words joined). The different pairs are people whose written names look most alike.
 */
export interface ComposedPair {
  name1: string;
  name2: string;
  script2: 'Arabic' | 'Bengali' | 'Latin';
  same: boolean;
}

type Words = { latin: string[]; other: string[]; family: boolean };

/** Numbers from 0 to 1 that are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export function wordsFor(script: ComposedPair['script2']): Words[] {
  return nameSpellings
    .map(({ latin, arabic, bengali, family }) => ({
      latin,
      other: script === 'Arabic' ? arabic : script === 'Bengali' ? bengali : latin,
      family,
    }))
    .filter((words) => words.other.length > 0);
}

/** Words from a file of labelled single words (the same pairs of it only). */
export function wordsFromPairs(csv: string): Words[] {
  return parseCsv(csv)
    .filter((row) => row.label === '1')
    .map((row, i) => ({ latin: [capital(row.name1 ?? '')], other: [row.name2 ?? ''], family: i % 2 === 0 }));
}

export function composePairs(
  script2: ComposedPair['script2'],
  words: readonly Words[],
  people: number,
  seed: number,
): ComposedPair[] {
  const roll = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() ** 1.3 * list.length)] as T;
  const given = words.filter((one) => !one.family);
  const families = words.filter((one) => one.family);
  const register = Array.from({ length: people }, () => {
    const size = roll();
    const own =
      size < 0.04 ? [] : size < 0.72 ? [pick(given)] : [pick(given), pick(roll() < 0.7 ? given : families)];
    const parts = [...own, pick(families)];
    return {
      parts,
      first: parts.map((part) => pick(part.latin)),
      second: parts.map((part) => pick(part.other)),
    };
  });
  const written = register.map(({ first, second }) => ({
    name1: worn(first, 'latin'),
    name2: worn(second, 'other'),
  }));
  const grams = written.map(({ name1 }) => trigrams(name1));
  const pairs: ComposedPair[] = [];
  written.forEach(({ name1, name2 }, i) => {
    pairs.push({ name1, name2, script2, same: true });
    let nearest = -1;
    let most = -1;
    const own = grams[i] as Set<string>;
    grams.forEach((other, j) => {
      if (sameWords(i, j) || sameWords(j, i)) return;
      let shared = 0;
      for (const gram of other) if (own.has(gram)) shared++;
      const alike = shared / (own.size + other.size - shared);
      if (alike > most) [nearest, most] = [j, alike];
    });
    const other = written[nearest];
    if (other) pairs.push({ name1, name2: other.name2, script2, same: false });
  });
  return pairs;

  /** One name within the other is no different name: a word may have been left out. */
  function sameWords(i: number, j: number): boolean {
    return register[i]?.parts.every((part) => register[j]?.parts.includes(part)) ?? false;
  }

  function worn(parts: readonly string[], side: 'latin' | 'other'): string {
    const latin = side === 'latin';
    let kept = [...parts];
    const fate = roll();
    if (kept.length > 2 && fate < 0.3) kept.splice(1, 1);
    else if (kept.length > 1 && fate > 0.97) kept = [...kept.slice(1), kept[0] as string];
    else if (kept.length > 1 && fate > 0.94) kept.push(pick(pick(families)[side]));
    else if (kept.length > 1 && latin && fate > 0.92) kept[0] = `${(kept[0] as string)[0]}.`;
    else if (kept.length > 2 && fate > 0.88)
      kept = [kept[0] as string, (kept[1] as string) + (kept[2] as string)];
    return kept.join(' ');
  }
}

function trigrams(name: string): Set<string> {
  const padded = ` ${name.toLowerCase()} `;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  return grams;
}
