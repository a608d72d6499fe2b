import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

const sources = ['app', 'server', 'locales', 'vite.config.ts', 'react-router.config.ts', 'package-lock.json'];
const builtFromTests = /\.(test|testing)\.tsx?$/;

/** Builds both halves when a source is younger than the last build. @throws when the build fails */
export async function buildWhenStale(root: string): Promise<void> {
  if (!isBuildStale(root)) return;
  console.log('Building …');
  const { code, output } = await runProgram(process.execPath, [join(root, 'scripts/build.ts')], {
    cwd: root,
  });
  if (code !== 0) throw new Error(`The build failed:\n${output.trimEnd()}`);
}

export function isBuildStale(root: string): boolean {
  const bundle = join(root, 'build/server/main.js');
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  return sources.some((source) => youngest(join(root, source)) > built);
}

function youngest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  let newest = 0;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || builtFromTests.test(entry.name)) continue;
    newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}
