import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { matchNames } from '#platform/name-matching/match-names.ts';
import { parseCsv } from './name-csv.ts';
import { type JudgedPair, type NameFigures, nameFigures } from './name-figures.ts';

/**
 * How good the name matcher is on labelled pairs: `npm run bench:names -- FILE.csv [FILE.csv …] [--json OUT]`.
 * Columns: label (1 the same name, 0 different), kind, script1, script2, name1, name2. Pairs are judged
 * together by family (single words, full names) and script pair; negatives with positives of their family.
 */
interface Aim {
  family: string;
  scripts: string;
  figure: 'areaUnderCurve' | 'recallAt95';
  least: number;
}

const aims: Aim[] = [
  { family: 'full_name', scripts: 'Arabic–Latin', figure: 'recallAt95', least: 0.85 },
  { family: 'full_name', scripts: 'Bengali–Latin', figure: 'recallAt95', least: 0.7 },
  { family: 'token', scripts: 'Arabic–Latin', figure: 'areaUnderCurve', least: 0.9 },
];

const shown = [
  ['areaUnderCurve', 'area under the curve'],
  ['bestF1', 'best F1'],
  ['recallAt95', 'recall at 95 % precision'],
] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, mistakes: { type: 'string' } },
});
if (positionals.length === 0) {
  console.error('Usage: npm run bench:names -- FILE.csv [FILE.csv …] [--json OUT] [--mistakes HOW_MANY]');
  process.exit(2);
}

interface Row extends JudgedPair {
  name1: string;
  name2: string;
}

const groups = new Map<string, Row[]>();
for (const file of positionals) {
  const rows = parseCsv(readFileSync(file, 'utf8'));
  const tokens = rows.filter((row) => row.label === '1').every((row) => row.kind?.includes('token'));
  const started = performance.now();
  for (const row of rows) {
    const [name1 = '', name2 = ''] = [row.name1, row.name2];
    const family = row.kind?.includes('token') || tokens ? 'token' : 'full_name';
    const scripts = [row.script1 ?? '?', row.script2 ?? '?'].sort().join('–');
    const judged = { name1, name2, same: row.label === '1', score: matchNames(name1, name2).score };
    for (const group of [`${family}\t${scripts}`, `${family}\tall`]) {
      const list = groups.get(group);
      if (list) list.push(judged);
      else groups.set(group, [judged]);
    }
  }
  const micros = ((performance.now() - started) * 1000) / Math.max(1, rows.length);
  console.log(`${basename(file)}: ${rows.length} pairs, ${micros.toFixed(0)} µs a pair`);
}

const percent = (value: number) => (Number.isNaN(value) ? '–' : (100 * value).toFixed(1)).padStart(6);
console.log(
  `\n${'kind'.padEnd(10)} ${'scripts'.padEnd(24)} ${'n'.padStart(6)}   AUC %  bestF1 %  (at)  R@P95 %  (at)`,
);
const measured: object[] = [];
for (const [group, rows] of [...groups].sort()) {
  const [family = '', scripts = ''] = group.split('\t');
  const figures: NameFigures = nameFigures(rows);
  console.log(
    `${family.padEnd(10)} ${scripts.padEnd(24)} ${String(rows.length).padStart(6)}  ${percent(figures.areaUnderCurve)}` +
      `   ${percent(figures.bestF1)}  ${figures.bestF1Threshold.toFixed(2)}   ${percent(figures.recallAt95)}  ${figures.recallAt95Threshold.toFixed(2)}`,
  );
  for (const [figure, title] of shown) {
    const value = figures[figure];
    if (Number.isNaN(value)) continue;
    const aim = aims.find((one) => one.family === family && one.scripts === scripts && one.figure === figure);
    measured.push({
      name: `names: ${title}, ${family.replace('_', ' ')}, ${scripts}`,
      value: Number(value.toFixed(4)),
      unit: 'share',
      aim: aim ? `at least ${aim.least}` : null,
      met: aim ? value >= aim.least : null,
      limit: aim?.least ?? null,
      ratio: aim ? Number((value / aim.least).toFixed(3)) : null,
    });
  }
  showMistakes(rows, figures, Number(values.mistakes ?? 0));
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);

function showMistakes(rows: readonly Row[], figures: NameFigures, most: number): void {
  if (most === 0) return;
  const missed = rows.filter((row) => row.same && row.score < figures.recallAt95Threshold);
  const wrong = rows.filter((row) => !row.same && row.score >= figures.recallAt95Threshold);
  for (const [sign, list] of [
    ['missed', missed.sort((a, b) => b.score - a.score)],
    ['wrong', wrong.sort((a, b) => b.score - a.score)],
  ] as const) {
    const step = Math.max(1, Math.floor(list.length / most));
    for (let i = 0; i < list.length; i += step) {
      const row = list[i];
      if (row) console.log(`   ${sign} ${row.score.toFixed(3)} ${row.name1} | ${row.name2}`);
    }
  }
}
