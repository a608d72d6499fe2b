import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const notOurs = new Set([
  'node_modules',
  'build',
  '.git',
  '.react-router',
  'coverage',
  'data',
  'data-demo',
  'tmp',
  'output',
]);

/**
 * The files that are the project, from the root, sorted: what git tracks and what stands beside it unignored.
 * A copy without git (a released archive) is walked instead.
 */
export function trackedFiles(root: string): string[] {
  const files = fromGit(root) ?? fromFolder(root, root);
  return files.filter((file) => existsSync(join(root, file))).sort();
}

function fromGit(root: string): string[] | undefined {
  if (!existsSync(join(root, '.git'))) return undefined;
  try {
    // The folder may belong to somebody else, as it does in a container: git would refuse to look.
    const args = [
      '-c',
      `safe.directory=${root}`,
      '-C',
      root,
      'ls-files',
      '--cached',
      '--others',
      '--exclude-standard',
      '-z',
    ];
    const listed = execFileSync('git', args, {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed.split('\0').filter((name) => name !== '');
  } catch {
    return undefined;
  }
}

function fromFolder(root: string, folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? fromFolder(root, path) : [relative(root, path)];
  });
}

export const isSource = (file: string): boolean => /\.(ts|tsx|cjs|css|sql|typ)$/.test(file);
