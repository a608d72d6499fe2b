import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const manifestSchema = z.object({
  /** SHA-256 of each file of the program's own, by its path. */
  files: z.record(z.string(), z.string()),
  /** One SHA-256 over all files of each package that runs in the house, PostgreSQL and Node.js among them. */
  packages: z.record(z.string(), z.string()),
});
export type ProgramManifest = z.infer<typeof manifestSchema>;

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

/** What runs: the built halves, and the sources that the command line runs as they are. */
const ownFolders = [
  'app',
  'bin',
  'build/client',
  'build/server',
  'content',
  'locales',
  'migrations',
  'server',
];
const neverRun = /\.(test|testing)\.tsx?$/;
const place = (root: string) => join(root, 'build/manifest.json');

/** Notes what the program consists of, at the end of each build. */
export async function writeManifest(root: string): Promise<void> {
  await writeFile(place(root), `${JSON.stringify(await takeStock(root))}\n`);
}

/** What the build noted; undefined when it noted nothing, or nothing that can be read. */
export async function readManifest(root: string): Promise<ProgramManifest | undefined> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(place(root), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The program as it lies on the disk now. About half a gigabyte is read. */
export async function takeStock(root: string): Promise<ProgramManifest> {
  const files: Record<string, string> = {};
  for (const folder of ownFolders) {
    const paths = (await listFiles(join(root, folder), () => true)).filter((path) => !neverRun.test(path));
    for (const [path, hash] of await hashAll(paths)) files[relative(root, path)] = hash;
  }
  const packages: Record<string, string> = {};
  for (const [path, { dev }] of Object.entries(
    (await readLock(root, 'node_modules/.package-lock.json')).packages,
  )) {
    if (dev) continue;
    const hash = createHash('sha256');
    const folder = join(root, path);
    // A package inside of a package has a line of its own.
    for (const [file, its] of await hashAll(await listFiles(folder, (name) => name !== 'node_modules')))
      hash.update(`${relative(folder, file)}\0${its}\n`);
    packages[path] = hash.digest('hex');
  }
  return { files, packages };
}

/** Packages that are not what the lock file names: another version, another content when it was fetched, or not there. */
export async function findForeignPackages(root: string): Promise<string[]> {
  const locked = (await readLock(root, 'package-lock.json')).packages;
  const installed = (await readLock(root, 'node_modules/.package-lock.json')).packages;
  const wrong = Object.entries(installed)
    .filter(([path, { integrity, version }]) => {
      const wanted = locked[path];
      return !wanted || wanted.version !== version || wanted.integrity !== integrity;
    })
    .map(([path]) => path);
  const missing = Object.entries(locked)
    .filter(([path, { dev, optional }]) => !dev && !optional && !installed[path])
    .map(([path]) => path);
  return [...wrong, ...missing].map((path) => path.replace(/^.*node_modules\//, '')).sort();
}

async function readLock(root: string, path: string) {
  const text = await readFile(join(root, path), 'utf8').catch(() => '{"packages":{}}');
  const { packages } = lockSchema.parse(JSON.parse(text));
  // The program itself stands in the list too.
  delete packages[''];
  return { packages };
}

async function listFiles(folder: string, enters: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile()) found.push(path);
    else if (entry.isDirectory() && enters(entry.name)) found.push(...(await listFiles(path, enters)));
  }
  return found.sort();
}

/** Bytes up to which a file is read in one piece: nearly all are small, and a stream for each costs more than reading. */
const inOnePiece = 8 * 1024 * 1024;

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  if ((await stat(path)).size <= inOnePiece) hash.update(await readFile(path));
  else await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}

/** Several at a time, in their order. */
async function hashAll(paths: readonly string[]): Promise<[path: string, hash: string][]> {
  const hashes: [string, string][] = [];
  for (let at = 0; at < paths.length; at += 16)
    hashes.push(
      ...(await Promise.all(
        paths.slice(at, at + 16).map(async (path): Promise<[string, string]> => [path, await hashFile(path)]),
      )),
    );
  return hashes;
}
