import { runVitest } from '../scripts/run-vitest.ts';
import { allActions, type Action, nameOf } from './all-actions.ts';
import type { Check } from './check.ts';
import { type LedgerEntry, ledgerFile, readFreshLedger, writeLedgerStamp } from './ledger/ledger-file.ts';

/**
 * Every operation and query was seen to run in a passing test of its own module, once refused and once done, with
 * something asserted both times. Uses the ledger of the last whole run while no source has changed since.
 */
export const seenActions: Check = {
  name: 'tests seen',
  async find(root) {
    const actions = await allActions(root);
    const looked = `${actions.length} operations and queries`;
    const kept = readFreshLedger(root);
    if (kept) return { looked, faults: judgeSeen(actions, kept) };
    const run = await runModuleTests(root);
    return { looked, faults: 'failed' in run ? run.failed : judgeSeen(actions, run.ledger) };
  },
};

async function runModuleTests(root: string): Promise<{ ledger: LedgerEntry[] } | { failed: string[] }> {
  // The whole run has just told what fails; running it again would only take the time twice.
  if (process.env['SERAI_AFTER_TESTS']) return { failed: ['the tests before this did not pass'] };
  const env = { SERAI_LEDGER: ledgerFile(root, { fresh: true }) };
  const { tally, failures } = await runVitest({ root, filters: ['app/modules'], env, show: false });
  if (tally.failed > 0) return { failed: failures.lines.map((line) => `does not pass: ${line}`) };
  writeLedgerStamp(root);
  return { ledger: readFreshLedger(root) ?? [] };
}

export function judgeSeen(actions: readonly Action[], ledger: readonly LedgerEntry[]): string[] {
  return actions.flatMap((action) => {
    const name = nameOf(action);
    const folder = action.file.split('/').slice(0, 3).join('/');
    const beside = ledger.filter((entry) => entry.name === name && entry.file.startsWith(`${folder}/`));
    const missing = (['refused', 'done'] as const).filter(
      (outcome) => !beside.some((entry) => entry.outcome === outcome),
    );
    return missing.map(
      (outcome) => `${action.file}: no test in ${folder} was seen where ${name} is ${outcome}`,
    );
  });
}
