import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { programDir } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';

const sources = ['app', 'server', 'locales', 'package.json', 'vite.config.ts', 'react-router.config.ts'];
/** The command line is not part of what is built; tests never are. */
const isOutside = (path: string) =>
  path.startsWith('server/cli') || /\.(test|testing)\.tsx?$/.test(path) || path.endsWith('.md');

/** True when `build/` is missing or older than what it is made from. */
export async function isBuildOutdated(root = programDir): Promise<boolean> {
  const built = await stat(join(root, 'build/server/main.js')).catch(() => undefined);
  if (!built) return true;
  for (const source of sources) {
    if ((await newestIn(root, source)) > built.mtimeMs) return true;
  }
  return false;
}

/**
 * Builds the pages when they are missing or old. A release that came whole has no need of it.
 * @throws Problem `build.failed`
 */
export async function ensureBuild(onStart: () => void): Promise<void> {
  if (!(await isBuildOutdated())) return;
  onStart();
  const environment = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [join(programDir, 'scripts/build.ts')], {
    cwd: programDir,
    env: environment,
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    const logLines = Buffer.concat(output).toString('utf8').trim().split('\n').slice(-20);
    throw Object.assign(new Problem('build.failed', 500), { logLines });
  }
}

async function newestIn(root: string, path: string): Promise<number> {
  if (isOutside(path)) return 0;
  const found = await stat(join(root, path)).catch(() => undefined);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  let newest = 0;
  for (const entry of await readdir(join(root, path)))
    newest = Math.max(newest, await newestIn(root, `${path}/${entry}`));
  return newest;
}
