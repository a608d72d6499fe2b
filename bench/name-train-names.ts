import { readFileSync, writeFileSync } from 'node:fs';
import { assignWords } from '#platform/name-matching/assign-words.ts';
import { nameFeatures } from '#platform/name-matching/compare-names.ts';
import { prepareName } from '#platform/name-matching/prepare-name.ts';
import { type ComposedPair, composePairs, wordsFor, wordsFromPairs } from './name-compose.ts';
import { nameFigures } from './name-figures.ts';
import { fitLogistic } from './name-regression.ts';

/**
 * Fits how word scores make the score of a full name, on composed people: `bin/node24 bench/name-train-names.ts
 * [ARABIC_WORDS.csv] [--check] [--csv FILE]`. --csv writes the composed pairs for bench-names.
 */
const files = process.argv.slice(2).filter((argument) => argument.endsWith('.csv'));
const asCsv = process.argv.includes('--csv');
const check = process.argv.includes('--check');

const pairs: ComposedPair[] = [
  ...composePairs('Arabic', wordsFor('Arabic'), 900, 1),
  ...composePairs('Bengali', wordsFor('Bengali'), 1200, 2),
  ...composePairs('Latin', wordsFor('Latin'), 500, 3),
  ...(files[0] && !asCsv
    ? composePairs('Arabic', wordsFromPairs(readFileSync(files[0], 'utf8')), 900, 4)
    : []),
];

if (asCsv) {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = pairs.map(
    ({ name1, name2, script2, same }, i) =>
      `${i},${same ? 1 : 0},${same ? 'full_name' : 'hard_negative_cross'},Latin,${script2},${quoted(name1)},${quoted(name2)}`,
  );
  writeFileSync(
    files[0] ?? 'composed.csv',
    `pair_id,label,kind,script1,script2,name1,name2\n${lines.join('\n')}\n`,
  );
} else {
  const rows = pairs.map(({ name1, name2 }) => {
    const [a, b] = [prepareName(name1), prepareName(name2)];
    return nameFeatures(a, b, assignWords(a, b));
  });
  const many = pairs.map(({ name1, name2 }) => name1.includes(' ') || name2.includes(' '));
  const chosen = (part?: number) =>
    rows.map((_, i) => i).filter((i) => many[i] && (part === undefined || (i >> 1) % 2 === part));
  const fit = (of: number[]) =>
    fitLogistic(
      of.map((i) => rows[i] ?? []),
      of.map((i) => pairs[i]?.same ?? false),
    );
  if (check) {
    for (const part of [0, 1]) {
      const factors = fit(chosen(1 - part));
      for (const script of ['Arabic', 'Bengali', 'Latin']) {
        const judged = chosen(part)
          .filter((i) => pairs[i]?.script2 === script)
          .map((i) => ({
            same: pairs[i]?.same ?? false,
            score: (rows[i] ?? []).reduce(
              (odds, value, k) => odds + value * (factors[k + 1] ?? 0),
              factors[0] ?? 0,
            ),
          }));
        const figures = nameFigures(judged);
        console.log(
          `${script} half ${part}: ${judged.length} pairs, area ${figures.areaUnderCurve.toFixed(4)}, recall at 95 % ${figures.recallAt95.toFixed(3)}`,
        );
      }
    }
  }
  console.log(
    `[${fit(chosen())
      .map((factor) => Number(factor.toFixed(3)))
      .join(', ')}]`,
  );
}
