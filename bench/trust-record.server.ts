import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { type TrustReport, remarksOf, tableOf } from './trust-verdict.ts';

const opening = `# What the trust bench saw

Each run that was recorded with \`npm run bench:trust -- --record\`, the newest first: what was asked, what was done, what went wrong.
What each check does stands in [bench.md](bench.md).
`;

/** Puts one run on top of the list of runs. */
export function recordRun(
  file: string,
  reports: readonly TrustReport[],
  told: { tier: string; at: Date; seed: number },
): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : opening;
  const place = before.indexOf('\n## ');
  const [intro, runs] = place < 0 ? [before, ''] : [before.slice(0, place + 1), before.slice(place + 1)];
  writeFileSync(
    file,
    [intro.trimEnd(), describeRun(reports, told), runs.trim()].filter(Boolean).join('\n\n').trimEnd() + '\n',
  );
}

function describeRun(
  reports: readonly TrustReport[],
  told: { tier: string; at: Date; seed: number },
): string {
  const [head = [], ...rows] = tableOf(reports);
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const remarks = reports.flatMap(remarksOf).map((remark) => `- ${plain(remark)}`);
  return [
    `## ${told.at.toISOString().slice(0, 16).replace('T', ' ')} UTC, ${told.tier}`,
    `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1024 ** 3)} GiB, ${process.platform}; seed ${told.seed}.`,
    [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'),
    ...(remarks.length > 0 ? [remarks.join('\n')] : []),
  ].join('\n\n');
}

const root = resolve(import.meta.dirname, '..');

/** The first line, and no place of the machine that the run was made on: folders of the program and of the run. */
const plain = (remark: string): string =>
  (remark.split('\n')[0] ?? '')
    .replaceAll(`${root}/`, '')
    .replaceAll(new RegExp(`${tmpdir()}/[\\w./-]+`, 'g'), '(a folder of the run)');
