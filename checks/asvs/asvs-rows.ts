import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Whether a requirement holds. `none`: it speaks of something that the house does not have. */
export const asvsStates = ['met', 'partly', 'open', 'none'] as const;
export type AsvsState = (typeof asvsStates)[number];

/** One requirement of the OWASP ASVS 5.0, levels 1 and 2, as it stands with the house. */
export interface AsvsRow {
  /** As the standard numbers it: `V1.2.4`. */
  id: string;
  level: 1 | 2;
  /** What it is about, in words of our own: the standard's sentence is read there. */
  about: string;
  state: AsvsState;
  /** How it holds; or what is missing, and why it does not apply. */
  note: string;
  /** `path :: words of the test's title`, `path#heading`, or a path alone. */
  evidence: string[];
}

export const asvsFile = 'checks/asvs/asvs.csv';

/** The hand-kept table. @throws when a line has another number of cells */
export function readAsvsRows(root: string): AsvsRow[] {
  const lines: Record<string, string>[] = parse(readFileSync(join(root, asvsFile), 'utf8'), {
    columns: true,
    skip_empty_lines: true,
  });
  return lines.map(({ id = '', level, about = '', state = '', note = '', evidence = '' }) => ({
    id,
    level: level === '1' ? 1 : 2,
    about,
    state: state as AsvsState,
    note,
    evidence: evidence.split(';').flatMap((each) => (each.trim() === '' ? [] : [each.trim()])),
  }));
}
