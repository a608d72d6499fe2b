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
    const ledger = readFreshLedger(root) ?? (await runModuleTests(root));
    const faults = ledger
      ? judgeSeen(actions, ledger)
      : ['the tests of the modules do not pass: run npm test'];
    return { looked: `${actions.length} operations and queries`, faults };
  },
};

async function runModuleTests(root: string): Promise<LedgerEntry[] | undefined> {
  const env = { SERAI_LEDGER: ledgerFile(root, { fresh: true }) };
  const { tally } = await runVitest({ root, filters: ['app/modules'], env, show: false });
  if (tally.failed > 0) return undefined;
  writeLedgerStamp(root);
  return readFreshLedger(root);
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
