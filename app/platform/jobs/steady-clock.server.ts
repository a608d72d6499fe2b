import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const day = 24 * 3_600_000;
/** Longer than a computer that is in use stands still: after more than this the clock is doubted once. */
const longestPause = 40 * day;

/**
 * Whether the clock went on since the last time the way clocks do. A battery that runs out can put it years away, and
 * what is destroyed for being old would be gone for good; so whatever destroys by age in the night asks here first. A
 * leap is believed when the next night still says the same.
 *
 * @param work what asks; each keeps its own last time, in a file of the data folder
 */
export function agreesWithLast(dataDir: string, work: string, now: Date): boolean {
  const file = join(dataDir, `last-${work}.time`);
  const last = readTime(file);
  writeFileSync(`${file}.new`, now.toISOString(), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  if (last === undefined) return false;
  const since = now.getTime() - last;
  return since > -day && since < longestPause;
}

function readTime(file: string): number | undefined {
  try {
    const time = Date.parse(readFileSync(file, 'utf8'));
    return Number.isNaN(time) ? undefined : time;
  } catch {
    return undefined;
  }
}
