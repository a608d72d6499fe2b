import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { programDir } from '#platform/house.server.ts';
import { ensureBuild } from '#server/cli/ensure-build.ts';
import { countFor, type FoundCheck, findChecks, runCheck, smallCount } from './trust-frame.server.ts';
import { recordRun } from './trust-record.server.ts';
import { alignTable, isAsItShould, remarksOf, type TrustReport, tableOf } from './trust-verdict.ts';

/**
 * `npm run bench:trust [-- --night] [--scale 0.1] [--only a,b] [--seed 7] [--self-test] [--record] [--limit MINUTES]`: tries each
 * promise of trust on the product as built. Ends with 1 when one was not kept, or was not tried as often as asked.
 */
const { values } = parseArgs({
  options: {
    night: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    only: { type: 'string' },
    seed: { type: 'string' },
    'self-test': { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    limit: { type: 'string' },
  },
});
const scale = Number(values.scale);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const tier = values.night ? 'night' : 'fast';
const limit = 60 * Number(values.limit ?? (values.night ? 240 : 6));
const wrongly = [
  !(scale > 0) && `--scale ${values.scale}: a number above zero`,
  !Number.isInteger(seed) && `--seed ${values.seed}: a whole number`,
  !(limit > 0) && `--limit ${values.limit}: minutes`,
].filter(Boolean);
const all = await findChecks(join(import.meta.dirname, 'trust'));
const names = values.only?.split(',') ?? all.map(({ check }) => check.name);
const unknown = names.filter((name) => !all.some(({ check }) => check.name === name));
if (unknown.length > 0)
  wrongly.push(`Unknown: ${unknown.join(', ')}. There are: ${all.map(({ check }) => check.name).join(', ')}`);
if (wrongly.length > 0) {
  for (const line of wrongly) console.error(line);
  process.exit(2);
}

await ensureBuild(() => console.error('Building the pages …'));
const reports: TrustReport[] = [];
for (const found of all.filter(({ check }) => names.includes(check.name))) {
  if (values['self-test']) await selfTest(found);
  else await tryOnce(found, countFor(found.check, tier, scale));
}
for (const line of alignTable(tableOf(reports))) console.log(line);
for (const remark of reports.flatMap(remarksOf)) console.log(`  ${remark}`);
const told = `${values['self-test'] ? 'self-test' : `${tier} tier`}${scale === 1 ? '' : ` × ${scale}`}`;
if (values.record)
  recordRun(join(programDir, 'docs/trust-runs.md'), reports, { tier: told, at: new Date(), seed });
const amiss = reports.filter((report) => !isAsItShould(report));
console.log(
  amiss.length === 0
    ? `All as it should be (${told}, seed ${seed}).`
    : `${amiss.length} not as it should be (${told}, seed ${seed}).`,
);
process.exit(amiss.length === 0 ? 0 : 1);

async function tryOnce(found: FoundCheck, count: number, fault?: string): Promise<void> {
  console.error(
    `${found.check.name}${fault === undefined ? '' : `, planted: ${fault}`} (${count} ${found.check.unit})`,
  );
  const tell = (line: string) => console.error(`  … ${line}`);
  reports.push(await runCheck(found, { count, seed, limit, tell, ...(fault !== undefined && { fault }) }));
}

/** An honest small run that must be green, and one run for each planted fault that must be caught. */
async function selfTest(found: FoundCheck): Promise<void> {
  const count = Math.max(1, Math.round(smallCount(found.check) * scale));
  await tryOnce(found, count);
  for (const fault of found.check.faults) await tryOnce(found, count, fault);
}
