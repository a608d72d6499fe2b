import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from '#server/cli/ensure-build.ts';
import { type Figure, printFigures } from './bench-figure.ts';
import type { BenchPart } from './bench-part.ts';

/** `npm run bench [-- --json FILE] [--only NAME,NAME] [--small]`: how quick Serai is on this machine. See docs/bench.md. */
const parts: Readonly<Record<string, () => Promise<BenchPart>>> = {
  writes: async () => (await import('./bench-writes.server.ts')).writesPart,
  'search-10k': async () => (await import('./bench-search.server.ts')).smallSearchPart,
  'first-load': async () => (await import('./bench-first-load.server.ts')).firstLoadPart,
  start: async () => (await import('./bench-start.server.ts')).startPart,
  pages: async () => (await import('./bench-pages.server.ts')).pagesPart,
  public: async () => (await import('./bench-public.server.ts')).publicPart,
  'search-guides': async () => (await import('./bench-search-guides.server.ts')).searchGuidesPart,
  statistics: async () => (await import('./bench-statistics.server.ts')).statisticsPart,
  tables: async () => (await import('./bench-tables.server.ts')).tablesPart,
  disclosure: async () => (await import('./bench-disclosure.server.ts')).disclosurePart,
  duplicates: async () => (await import('./bench-duplicates.server.ts')).duplicatesPart,
  imports: async () => (await import('./bench-imports.server.ts')).importsPart,
  'search-1m': async () => (await import('./bench-search.server.ts')).bigSearchPart,
};

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
  // Only this part is loaded: what others need would be in its memory.
  const work = (await parts[name]?.())?.steps[step];
  const figures =
    (await work?.({ dir, small: values.small, say: (text) => console.error(`  … ${text}`) })) ?? [];
  process.send?.(figures);
  process.disconnect();
}

async function runParts(): Promise<void> {
  const wanted = values.only?.split(',') ?? Object.keys(parts);
  const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}`);
    process.exit(2);
  }
  await ensureBuild(() => console.error('Building the pages …'));
  const figures: Figure[] = [];
  let broken = false;
  for (const [name, load] of Object.entries(parts)) {
    if (!wanted.includes(name)) continue;
    const part = await load();
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
