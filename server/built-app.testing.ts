import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { runReactRouter } from '../scripts/run-react-router.ts';
import { compressAssets } from '../scripts/compress-assets.ts';
import { writeManifest } from '#platform/doctor/program-manifest.server.ts';
import type * as Server from './main.ts';

const root = resolve(import.meta.dirname, '..');
const bundle = join(root, 'build/server/main.js');
// Not in build/, which every build empties.
const lock = join(root, 'node_modules/.cache/serai-building');
const abandonedAfter = 120_000;

/** The server as it is released, built anew when a source is younger than it. */
export async function loadBuiltServer(): Promise<typeof Server> {
  if (existsSync(lock) || isStale()) await buildOnce();
  return import(pathToFileURL(bundle).href) as Promise<typeof Server>;
}

function isStale(): boolean {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  return ['app', 'server', 'locales'].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).some(
      (entry) =>
        entry.isFile() &&
        !entry.name.includes('.test') &&
        statSync(join(entry.parentPath, entry.name)).mtimeMs > built,
    ),
  );
}

/** Test files run side by side, also of several runs: one builds, the others wait for it. */
async function buildOnce(): Promise<void> {
  mkdirSync(join(lock, '..'), { recursive: true });
  while (!takeLock()) {
    await wait(100);
    if (!existsSync(lock) && !isStale()) return;
  }
  try {
    await runReactRouter(root, 'build');
    await compressAssets(join(root, 'build/client'));
    await writeManifest(root);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > abandonedAfter) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
