import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from '#server/cli/ensure-build.ts';
import { type Figure, printFigures } from './bench-figure.ts';
import { disclosurePart } from './bench-disclosure.server.ts';
import { duplicatesPart } from './bench-duplicates.server.ts';
import { firstLoadPart } from './bench-first-load.server.ts';
import { importsPart } from './bench-imports.server.ts';
import { pagesPart } from './bench-pages.server.ts';
import type { BenchPart } from './bench-part.ts';
import { publicPart } from './bench-public.server.ts';
import { bigSearchPart, smallSearchPart } from './bench-search.server.ts';
import { searchGuidesPart } from './bench-search-guides.server.ts';
import { startPart } from './bench-start.server.ts';
import { statisticsPart } from './bench-statistics.server.ts';
import { tablesPart } from './bench-tables.server.ts';
import { writesPart } from './bench-writes.server.ts';

/** `npm run bench [-- --json FILE] [--only NAME,NAME] [--small]`: how quick Serai is on this machine. See docs/bench.md. */
const parts: readonly BenchPart[] = [
  writesPart,
  smallSearchPart,
  firstLoadPart,
  startPart,
  pagesPart,
  publicPart,
  searchGuidesPart,
  statisticsPart,
  tablesPart,
  disclosurePart,
  duplicatesPart,
  importsPart,
  bigSearchPart,
];

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    small: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    part: { type: 'string' },
    step: { type: 'string' },
    dir: { type: 'string' },
  },
});

if (values.part !== undefined) await runStep(values.part, Number(values.step), values.dir ?? '');
else await runParts();

/** In the child: one step; its figures go back to the parent. */
async function runStep(name: string, step: number, dir: string): Promise<void> {
  const work = parts.find((part) => part.name === name)?.steps[step];
  const figures =
    (await work?.({ dir, small: values.small, say: (text) => console.error(`  … ${text}`) })) ?? [];
  process.send?.(figures);
  process.disconnect();
}

async function runParts(): Promise<void> {
  const wanted = values.only?.split(',') ?? parts.map(({ name }) => name);
  const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  await ensureBuild(() => console.error('Building the pages …'));
  const figures: Figure[] = [];
  let broken = false;
  for (const part of parts) {
    if (!wanted.includes(part.name)) continue;
    console.error(part.name);
    const dir = mkdtempSync(join(tmpdir(), 'serai-bench-'));
    try {
      for (const step of part.steps.keys()) figures.push(...(await inChild(part.name, step, dir)));
    } catch (error) {
      broken = true;
      console.error(
        `${part.name} could not be measured: ${error instanceof Error ? error.message : String(error)}`,
      );
    } finally {
      if (values.keep) console.error(`kept: ${dir}`);
      else for (const folder of [dir, `${dir}-keys`]) rmSync(folder, { recursive: true, force: true });
    }
  }
  printFigures(figures);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  if (broken) process.exitCode = 1;
}

function inChild(part: string, step: number, dir: string): Promise<Figure[]> {
  const args = ['--part', part, '--step', String(step), '--dir', dir, ...(values.small ? ['--small'] : [])];
  const child = fork(import.meta.filename, args, { env: { ...process.env, NODE_ENV: 'production' } });
  let figures: Figure[] = [];
  child.on('message', (message) => (figures = message as Figure[]));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve(figures) : reject(new Error(`step ${step} ended with ${code}`)),
    );
  });
}
