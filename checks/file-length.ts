import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { isSource, trackedFiles } from './tracked-files.ts';

export const longest = 400;

/** A file that grows past this holds two things. Tables of data in code are files too. */
export const fileLength: Check = {
  name: 'file length',
  find(root) {
    const lengths = trackedFiles(root)
      .filter(isSource)
      .map((file) => ({ file, lines: countLines(readFileSync(join(root, file), 'utf8')) }))
      .sort((a, b) => a.lines - b.lines);
    const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)]?.lines ?? 0;
    return {
      looked: `${lengths.length} files, median ${at(0.5)} lines, nine in ten under ${at(0.9) + 1}`,
      faults: tooLong(lengths),
    };
  },
};

export const countLines = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

export function tooLong(lengths: readonly { file: string; lines: number }[]): string[] {
  return lengths
    .filter(({ lines }) => lines > longest)
    .map(({ file, lines }) => `${file}: ${lines} lines, ${longest} at most`);
}
