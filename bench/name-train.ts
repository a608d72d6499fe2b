import { readFileSync, writeFileSync } from 'node:fs';
import { alignWords, likelihood } from '#platform/name-matching/align-words.ts';
import { latinForm, ownForm } from '#platform/name-matching/letter-forms.ts';
import { featureCount, type LetterTable, letterTable } from '#platform/name-matching/letter-table.ts';
import { normaliseName } from '#platform/name-matching/normalise-name.ts';
import { romaniseCyrillic } from '#platform/name-matching/romanise-cyrillic.ts';
import { parseCsv } from './name-csv.ts';
import { nameFigures } from './name-figures.ts';
import { letterPriors } from './name-letter-priors.ts';
import { learnGroups } from './name-multigrams.ts';
import { fitLogistic } from './name-regression.ts';
import { nameSpellings } from './name-spellings.ts';

/**
 * Makes the letter tables of the name matcher from labelled pairs of single words (columns as for bench-names) and
 * the spellings in name-spellings.ts: `bin/node24 bench/name-train.ts ARABIC.csv CYRILLIC.csv [--check]`.
 * Only sums over many pairs go into the tables. With --check one half is learned and the other judged, nothing
 * is written.
 */
type Pair = { left: string; right: string; same: boolean };

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const check = process.argv.includes('--check');
const folder = new URL('../app/platform/name-matching/', import.meta.url);

const word = (text: string) =>
  normaliseName(text).map((one) => ({ latin: latinForm(one), own: ownForm(one) }));
const latin = (text: string) =>
  word(text)
    .map((one) => one.latin)
    .join('');
const own = (text: string) =>
  word(text)
    .map((one) => one.own)
    .join('');
const withoutArticle = (text: string) => (/^ال.../u.test(text) ? text.slice(2) : text);

function labelled(file: string): Pair[] {
  return parseCsv(readFileSync(file, 'utf8')).map((row) => {
    const pair = { left: latin(row.name1 ?? ''), right: own(row.name2 ?? ''), same: row.label === '1' };
    return /^[ae]l/u.test(pair.left) ? pair : { ...pair, right: withoutArticle(pair.right) };
  });
}

/** A number that depends on the word only, so that a word is either learned from or judged, never both. */
function half(text: string): number {
  let value = 7;
  for (const letter of text) value = (Math.imul(value, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return (value >>> 3) % 2;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return (row[b.length] ?? 0) / Math.max(a.length, b.length);
}

/** For each same pair a different one that looks most like it. */
function withNearest(pairs: readonly Pair[], most: number): Pair[] {
  const partners = new Map<string, Set<string>>();
  for (const { left, right } of pairs) {
    for (const [a, b] of [
      [left, right],
      [right, left],
    ] as const) {
      const known = partners.get(a);
      if (known) known.add(b);
      else partners.set(a, new Set([b]));
    }
  }
  const rights = [...new Set(pairs.map((pair) => pair.right))];
  const found: Pair[] = [];
  for (const { left, right } of pairs.slice(0, most)) {
    found.push({ left, right, same: true });
    let nearest = '';
    let least = 9;
    for (const other of rights) {
      if (
        other === right ||
        partners.get(left)?.has(other) ||
        partners.get(right)?.has(other) ||
        other === left
      )
        continue;
      const apart = distance(right, other);
      if (apart < least) [nearest, least] = [other, apart];
    }
    if (nearest !== '') found.push({ left, right: nearest, same: false });
  }
  return found;
}

function shuffled<T>(list: readonly T[]): T[] {
  let seed = 11;
  return list
    .map((one) => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return [seed, one] as const;
    })
    .sort((a, b) => a[0] - b[0])
    .map(([, one]) => one);
}

/** Spellings on the left that share a counterpart are spellings of each other, mostly. */
function sharing(pairs: readonly Pair[], side: 'left' | 'right'): Pair[] {
  const other = side === 'left' ? 'right' : 'left';
  const groups = new Map<string, Set<string>>();
  for (const pair of pairs) {
    if (!pair.same) continue;
    const group = groups.get(pair[other]);
    if (group) group.add(pair[side]);
    else groups.set(pair[other], new Set([pair[side]]));
  }
  return [...groups.values()].flatMap((group) => everyTwo([...group]));
}

function everyTwo(spellings: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (const left of spellings) {
    for (const right of spellings) if (left !== right) pairs.push({ left, right, same: true });
  }
  return pairs;
}

function compact(weights: ReadonlyMap<string, number>): string {
  const lines = new Map<string, string[]>();
  for (const [name, weight] of [...weights].sort()) {
    const bar = name.indexOf('|');
    const [left, right] = [name.slice(0, bar), name.slice(bar + 1)];
    const single = left.length <= 1 && right.length <= 1;
    // What is no better than a letter dropped and a letter added need not be said.
    if (single && left !== '' && right !== '' && weight < -4.5) continue;
    const line = lines.get(left);
    const entry = `${right} ${Math.round(weight * 100)}`;
    if (line) line.push(entry);
    else lines.set(left, [entry]);
  }
  return [...lines].map(([left, entries]) => `${left}:${entries.join(',')}`).join('\n');
}

function spoken(cyrillic: string): string {
  return romaniseCyrillic(cyrillic)
    .replace(/kh/gu, 'h')
    .replace(/zh/gu, 'j')
    .replace(/ts/gu, 's')
    .replace(/yo/gu, 'io');
}

function featuresOf(table: LetterTable, pair: Pair): number[] {
  return [...alignWords(table, table.encodeLeft(pair.left), table.encodeRight(pair.right))];
}

function learn(
  name: keyof typeof letterPriors,
  pairs: readonly Pair[],
  more: readonly Pair[],
): LetterTable & { groups: string } {
  const same = [...pairs, ...more].filter((pair) => pair.same && pair.left !== '' && pair.right !== '');
  const weights = learnGroups(
    same.map(({ left, right }) => [left, right] as const),
    letterPriors[name],
  );
  const groups = compact(weights);
  const table = letterTable({ groups, factors: [] });
  const usable = pairs.filter((pair) => pair.left !== '' && pair.right !== '');
  const factors = fitLogistic(
    usable.map((pair) => featuresOf(table, pair)),
    usable.map((pair) => pair.same),
  );
  return { ...table, factors: factors.map((factor) => Number(factor.toFixed(4))), groups };
}

function make(name: keyof typeof letterPriors, pairs: readonly Pair[], more: readonly Pair[] = []): void {
  if (check) {
    for (const part of [0, 1]) {
      const table = learn(
        name,
        pairs.filter((pair) => half(pair.left) !== part),
        more,
      );
      const judged = pairs.filter((pair) => half(pair.left) === part);
      const figures = nameFigures(
        judged.map((pair) => ({
          same: pair.same,
          score: likelihood(table.factors, Float64Array.from(featuresOf(table, pair))),
        })),
      );
      console.log(
        `${name} half ${part}: ${judged.length} pairs, area ${figures.areaUnderCurve.toFixed(4)}, ` +
          `best F1 ${figures.bestF1.toFixed(3)}, recall at 95 % ${figures.recallAt95.toFixed(3)}`,
      );
    }
    return;
  }
  const { groups, factors } = learn(name, pairs, more);
  if (factors.length !== featureCount + 1) throw new Error('factors do not fit');
  const file = name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  const constant = `${name}Weights`;
  writeFileSync(
    new URL(`${file}-weights.ts`, folder),
    `import type { LetterWeights } from './letter-table.ts';\n\n` +
      `// Made by bench/name-train.ts; sums over many pairs, no name stands here.\n` +
      `export const ${constant}: LetterWeights = {\n  factors: [${factors.join(', ')}],\n  groups: \`\n${groups}\n\`,\n};\n`,
  );
  console.log(`${name}: ${pairs.length} pairs, ${groups.length} characters`);
}

const arabicPairs = labelled(files[0] ?? '');
const cyrillicPairs = labelled(files[1] ?? '');
const crossed = (script: 'arabic' | 'bengali') =>
  nameSpellings.flatMap((name) =>
    name.latin.flatMap((a) => name[script].map((b) => ({ left: latin(a), right: own(b), same: true }))),
  );
const latinPairs = [
  ...nameSpellings.flatMap((name) => everyTwo(name.latin.map(latin))),
  ...sharing(arabicPairs, 'left'),
  ...sharing(cyrillicPairs, 'left'),
];
const arabicSpellings = [
  ...nameSpellings.flatMap((name) => everyTwo(name.arabic.map(own))),
  ...sharing(arabicPairs, 'right'),
];
make('arabic', [...arabicPairs, ...withNearest(crossed('arabic'), 400)]);
make('cyrillic', cyrillicPairs);
// Foreign names are heard alike whether Cyrillic or Bengali letters write them down: silent letters, vowels of
// English and French. They help to learn the groups; the factors are fitted to the composed spellings alone.
const heard = cyrillicPairs
  .filter((pair, i) => pair.same && i % 8 === 0)
  .map((pair) => ({ ...pair, right: spoken(pair.right) }));
make('indic', withNearest(shuffled(crossed('bengali')), 2000), heard);
make('latin', withNearest(shuffled(latinPairs), 1500));
make('arabicSpelling', withNearest(shuffled(arabicSpellings), 1500));
