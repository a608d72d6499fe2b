import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ledgerFile, writeLedgerStamp } from '../checks/ledger/ledger-file.ts';
import { buildWhenStale } from './fresh-build.ts';
import { requireChromium } from './find-chromium.ts';
import { runTwice } from './run-twice.ts';
import { addTallies, closingLine, emptyTally, type Tally } from './tally.ts';

// npm test: builds, then runs every test beside the code, then the browser journeys. With names as arguments only the
// files whose path holds one of them run: npm test -- app/modules/contacts
const root = resolve(import.meta.dirname, '..');
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const tallies: Tally[] = [];

async function step(title: string, run: () => Promise<Tally>): Promise<void> {
  console.log(`\n${title}`);
  try {
    tallies.push(await run());
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    tallies.push({ ...emptyTally, failed: 1 });
  }
}

const wanted = (folder: string) =>
  filters.length === 0 || filters.some((filter) => filter.startsWith(folder));
const journeys = join(root, 'e2e');
const hasJourneys =
  existsSync(journeys) && readdirSync(journeys).some((name) => name.endsWith('.journey.ts'));

await step('Build', async () => {
  await buildWhenStale(root);
  return emptyTally;
});
if (filters.length === 0 || filters.some((filter) => !filter.startsWith('e2e'))) {
  await step('Tests', async () => {
    const whole = filters.length === 0;
    const env = whole ? { SERAI_LEDGER: ledgerFile(root, { fresh: true }) } : undefined;
    const tally = await runTwice({ root, filters, show: true, ...(env && { env }) });
    if (whole && tally.failed === 0) writeLedgerStamp(root);
    return tally;
  });
}
if (hasJourneys && wanted('e2e')) {
  await step('Journeys in a browser', async () => {
    const chromium = await requireChromium(root);
    const config = 'e2e/support/vitest.journeys.config.ts';
    return runTwice({ root, config, filters, show: true, env: { CHROME_PATH: chromium } });
  });
}

const total = addTallies(tallies);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
