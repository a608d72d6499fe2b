import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { attention, danger, dangerIfAny, type Finding, fine } from './finding.ts';
import {
  findForeignPackages,
  type ProgramManifest,
  readManifest,
  takeStock,
} from './program-manifest.server.ts';

/** Is the program what was built, are its packages what the lock file names, and may nobody else write to it? */
export async function checkProgram(root: string): Promise<Finding[]> {
  return [await checkBuilt(root), await checkPackages(root), await checkWritable(root)];
}

async function checkBuilt(root: string): Promise<Finding> {
  const noted = await readManifest(root);
  if (!noted) return attention('program', 'noManifest');
  const now = await takeStock(root);
  const changed = [...differing(noted.files, now.files), ...differing(noted.packages, now.packages)];
  if (changed.length === 0) return fine('program', { fingerprint: fingerprintOf(now) });
  const shown = changed.slice(0, 5).join(', ');
  return danger('program', 'changed', { names: changed.length > 5 ? `${shown} …` : shown });
}

async function checkPackages(root: string): Promise<Finding> {
  const foreign = await findForeignPackages(root);
  return dangerIfAny('packages', 'foreign', foreign.slice(0, 10));
}

/** Whoever may write to the program may read everything at the next start. */
async function checkWritable(root: string): Promise<Finding> {
  const open: string[] = [];
  for (const name of ['.', 'app', 'bin', 'build', 'migrations', 'node_modules', 'server']) {
    const found = await stat(join(root, name)).catch(() => undefined);
    if (found && (found.mode & 0o002) !== 0) open.push(join(root, name));
  }
  return dangerIfAny('programModes', 'open', open);
}

/** Twelve letters over everything: the same on every computer with the same release, to be compared by eye. */
export function fingerprintOf({ files, packages }: ProgramManifest): string {
  const lines = [...Object.entries(files), ...Object.entries(packages)].map(
    ([name, hash]) => `${name} ${hash}\n`,
  );
  const hex = createHash('sha256').update(lines.sort().join('')).digest('hex');
  return (hex.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
}

function differing(noted: Record<string, string>, now: Record<string, string>): string[] {
  const names = new Set([...Object.keys(noted), ...Object.keys(now)]);
  return [...names].filter((name) => noted[name] !== now[name]).sort();
}
