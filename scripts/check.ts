import { resolve } from 'node:path';
import { allChecks } from '../checks/all-checks.ts';
import type { Check, Findings } from '../checks/check.ts';
import { closingLine } from './tally.ts';

// npm run check: every rule about the tree as a whole, each reported, none stopping the next.
// npm run check -- imports types: only these; --all shows every fault instead of the first twenty of each.
const root = resolve(import.meta.dirname, '..');
const given = process.argv.slice(2);
const showAll = given.includes('--all');
const names = given.filter((argument) => !argument.startsWith('--'));
const chosen =
  names.length === 0
    ? allChecks
    : allChecks.filter((check) => names.includes(check.name.replaceAll(' ', '-')));
const width = Math.max(...allChecks.map((check) => check.name.length));

let failed = 0;
for (const check of chosen) {
  const { looked, faults } = await find(check);
  if (faults.length > 0) failed += 1;
  const verdict = faults.length === 0 ? 'ok    ' : 'FAILED';
  console.log(
    `${verdict} ${check.name.padEnd(width)}  ${looked}${faults.length > 0 ? `, ${faults.length} faults` : ''}`,
  );
  for (const fault of showAll ? faults : faults.slice(0, 20))
    console.log(`         ${fault.replaceAll('\n', '\n         ')}`);
  if (!showAll && faults.length > 20)
    console.log(`         … and ${faults.length - 20} more (-- --all shows them)`);
}
if (chosen.length === 0)
  console.log(
    `No check is called so. There are: ${allChecks.map((check) => check.name.replaceAll(' ', '-')).join(', ')}`,
  );
console.log(`\n${closingLine({ passed: chosen.length - failed, failed, skipped: 0 })}`);
process.exitCode = failed === 0 && chosen.length > 0 ? 0 : 1;

/** A check that breaks has failed; the others still run. */
async function find(check: Check): Promise<Findings> {
  try {
    return await check.find(root);
  } catch (error) {
    return {
      looked: 'could not look',
      faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    };
  }
}
