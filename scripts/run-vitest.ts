import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import { failuresOf, type Failures, type Tally, tallyReport, type VitestReport } from './tally.ts';

export interface VitestRun {
  root: string;
  /** Configuration file, from the root. */
  config?: string;
  /** Parts of file names; all tests when empty. */
  filters?: readonly string[];
  /** Further options of the runner. */
  options?: readonly string[];
  env?: Record<string, string>;
  show: boolean;
}

const limit = 25 * 60_000;

/** Runs tests in a process of their own and counts them. A run that writes no report counts as one failure. */
export async function runVitest({
  root,
  config = 'vitest.config.ts',
  filters = [],
  options = [],
  env = {},
  show,
}: VitestRun) {
  const folder = mkdtempSync(join(tmpdir(), 'serai-report-'));
  const report = join(folder, 'report.json');
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    config,
    ...options,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ];
  try {
    const end = await runProgram(process.execPath, args, {
      cwd: root,
      env: { ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
      show,
      limit,
    });
    if (end.overran) console.log(`The tests were ended after ${limit / 60_000} minutes.`);
    return { ...readReport(report, end.code), output: end.output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string, code: number | null): { tally: Tally; failures: Failures } {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    return { tally: tallyReport(report, code), failures: failuresOf(report) };
  } catch {
    return { tally: { passed: 0, failed: 1, skipped: 0 }, failures: { files: [], lines: ['no report'] } };
  }
}
