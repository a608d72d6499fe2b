import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One call of an operation or a query inside a test that passed and asserted something. */
export interface LedgerEntry {
  /** The operation's or query's dotted name. */
  name: string;
  /** `refused`: it ended with a problem that a caller can meet (status under 500). */
  outcome: 'done' | 'refused';
  /** The test file, from the root. */
  file: string;
}

const sources = ['app', 'migrations', 'checks/ledger'];

const fileOf = (root: string) => join(root, 'coverage/operations.ledger');
const stampOf = (root: string) => join(root, 'coverage/operations.stamp');

/** Where the tests write what they saw run; `fresh` begins a new one. */
export function ledgerFile(root: string, { fresh }: { fresh: boolean }): string {
  const file = fileOf(root);
  mkdirSync(dirname(file), { recursive: true });
  if (fresh) {
    rmSync(stampOf(root), { force: true });
    writeFileSync(file, `${JSON.stringify({ begun: Date.now() })}\n`);
  }
  return file;
}

/** Says that the ledger is whole: every test ran and passed. */
export const writeLedgerStamp = (root: string): void => writeFileSync(stampOf(root), '');

/** The ledger of the last whole run, or undefined when there is none or a source changed since it began. */
export function readFreshLedger(root: string): LedgerEntry[] | undefined {
  if (!statSync(stampOf(root), { throwIfNoEntry: false })) return undefined;
  const [head, ...entries] = readLedger(root);
  if (!head || !('begun' in head) || youngest(root) > head.begun) return undefined;
  return entries.filter((entry): entry is LedgerEntry => 'outcome' in entry);
}

export function readLedger(root: string): (LedgerEntry | { begun: number })[] {
  const lines = readFileSync(fileOf(root), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LedgerEntry | { begun: number });
}

function youngest(root: string): number {
  let newest = 0;
  for (const source of sources) {
    for (const entry of readdirSync(join(root, source), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
    }
  }
  return newest;
}
