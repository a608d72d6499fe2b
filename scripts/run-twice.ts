import type { Tally } from './tally.ts';
import { runVitest, type VitestRun } from './run-vitest.ts';

/** More than these are no accident of a crowded machine. */
const mostFiles = 5;

/**
 * Runs tests, and the few files that failed once more, one after the other with nothing beside them. What fails twice
 * has failed; what passes only alone is named openly, so that somebody looks after it.
 */
export async function runTwice(run: VitestRun): Promise<Tally> {
  const first = await runVitest(run);
  const { files, lines } = first.failures;
  if (first.tally.failed === 0) return first.tally;
  for (const line of lines) console.log(`failed: ${line}`);
  if (files.length === 0 || files.length > mostFiles) return first.tally;
  console.log(`\nOnce more, alone: ${files.join(', ')}`);
  const again = await runVitest({ ...run, filters: files, options: ['--no-file-parallelism'] });
  for (const line of again.failures.lines) console.log(`failed again: ${line}`);
  return settleTallies(first.tally, again.tally, files);
}

/** @param files those that ran again; they are named when they passed now */
export function settleTallies(first: Tally, again: Tally, files: readonly string[]): Tally {
  if (again.failed > 0) return { ...first, failed: again.failed };
  console.log(`Passed only alone: ${files.join(', ')}`);
  return { ...first, passed: first.passed + first.failed, failed: 0 };
}
