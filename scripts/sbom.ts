import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runProgram } from './run-program.ts';
import { judgeBill, shipped, shippedBill } from './judge-bill.ts';

// npm run sbom: the bill of materials of what runs in a centre, as CycloneDX, from the lockfile. Needs no network.
const root = resolve(import.meta.dirname, '..');
const target = join(root, 'build/sbom.cdx.json');
const { code, output } = await runProgram(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--loglevel', 'silent'],
  { cwd: root },
);
if (code !== 0) throw new Error(`npm sbom ended with ${code}: ${output.slice(-500)}`);
const expected = shipped(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
const bill = shippedBill(JSON.parse(output.slice(output.indexOf('{'))), expected);
const faults = judgeBill(bill, expected);
for (const fault of faults) console.log(fault);
if (faults.length === 0) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`${target}: ${expected.length} packages`);
}
process.exitCode = faults.length === 0 ? 0 : 1;
