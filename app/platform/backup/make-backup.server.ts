import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { Problem } from '../problem.ts';
import type { BackupHeader, BackupPart } from './backup-header.server.ts';
import { backupCheck, backupIdentity, backupKeyOf } from './backup-key.server.ts';
import { listBackupFiles } from './list-files.server.ts';
import { checkPayload, readPart } from './read-part.server.ts';
import type { Snapshot } from './snapshot.server.ts';
import { syncFolder } from './sync-folder.server.ts';
import { writePart } from './write-part.server.ts';

export interface BackupOptions {
  dataDir: string;
  /** Folders for the two parts; made when missing. They must differ: the parts are kept apart. */
  folders: Record<BackupPart, string>;
  root: Buffer;
  snapshot: Snapshot;
  /** Of Serai and of PostgreSQL (major). */
  versions: { release: string; postgres: string };
  now: Date;
  onProgress?(done: number, total: number): void;
  /** Called when nothing more is read from the data folder: the databases may run again. */
  onCopied?(): Promise<void> | void;
  signal?: AbortSignal;
}

export interface MadeBackup {
  records: string;
  keys: string;
  /** False before there was a recovery sheet: then only the key file opens the copy. */
  hasSheet: boolean;
}

const parts = ['records', 'keys'] as const;

/**
 * Copies a stopped house into two encrypted files. They get their names only when they were written down, read back
 * and compared; until then they are called `.partial` and the next backup throws them away.
 * @throws Problem `backup.*`
 */
export async function makeBackup(options: BackupOptions): Promise<MadeBackup> {
  const { dataDir, root, snapshot, versions, now, signal } = options;
  const folders = await prepareFolders(dataDir, options.folders);
  const wrappedRoot = await readWrappedRoot(dataDir);
  const backupId = randomUUID();
  const name = (part: BackupPart) =>
    `${part}-${now.toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')}-${backupId.slice(0, 4)}.bak`;
  const lists = {
    records: await listBackupFiles(dataDir, 'records'),
    keys: await listBackupFiles(dataDir, 'keys'),
  };
  const total = [...lists.records, ...lists.keys].reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const made: {
    part: BackupPart;
    draft: string;
    target: string;
    header: BackupHeader;
    identity: CryptoKey;
  }[] = [];
  const drafts: string[] = [];
  try {
    for (const part of parts) {
      const target = join(folders[part], name(part));
      // On a slow stick the centre would stand still for long: the (encrypted) copy is made beside the data first.
      const staging = (await onSameDisk(dataDir, folders[part])) ? folders[part] : dataDir;
      const draft = join(staging, `${name(part)}.partial`);
      drafts.push(draft, `${target}.partial`);
      const identity = await backupIdentity(backupKeyOf(root), part);
      const header = await writePart({
        file: draft,
        header: {
          part,
          backupId,
          houseId: snapshot.houseId,
          madeAt: now.toISOString(),
          release: versions.release,
          postgres: versions.postgres,
          architecture: process.arch,
          wrappedRoot,
          keyCheck: backupCheck(root, backupId),
        },
        identity,
        snapshot,
        entries: lists[part],
        signal,
        onBytes(count) {
          done += count;
          options.onProgress?.(done, total);
        },
      });
      made.push({ part, draft, target, header, identity });
    }
    await options.onCopied?.();
    for (const { draft, target, header, identity } of made) {
      const arrived = `${target}.partial`;
      if (draft !== arrived) await carry(draft, arrived);
      signal?.throwIfAborted();
      await verify(arrived, header, identity);
    }
    for (const { target } of made) await rename(`${target}.partial`, target);
    for (const folder of Object.values(folders)) await syncFolder(folder);
  } catch (error) {
    for (const draft of [...drafts, ...made.map(({ target }) => target)]) await rm(draft, { force: true });
    throw error;
  }
  const [records = '', keys = ''] = made.map(({ target }) => target);
  return { records, keys, hasSheet: wrappedRoot !== null };
}

async function prepareFolders(
  dataDir: string,
  wished: Record<BackupPart, string>,
): Promise<Record<BackupPart, string>> {
  const data = await realpath(dataDir);
  const places: string[] = [];
  for (const part of parts) {
    await mkdir(wished[part], { recursive: true, mode: 0o700 });
    const place = await realpath(wished[part]);
    if (place === data || place.startsWith(data + sep)) throw new Problem('backup.inside-data', 422);
    places.push(place);
  }
  const [records = '', keys = ''] = places;
  if (records === keys) throw new Problem('backup.same-folder', 422);
  // What a backup that was cut off left behind; encrypted, and of no use.
  for (const folder of [records, keys, data]) {
    for (const name of await readdir(folder))
      if (/^(records|keys)-.*\.bak\.partial$/.test(name)) await rm(join(folder, name), { force: true });
  }
  return { records, keys };
}

async function readWrappedRoot(dataDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, 'recovery.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return null;
  const { wrapped } = JSON.parse(text) as { wrapped?: unknown };
  return typeof wrapped === 'string' ? wrapped : null;
}

async function verify(file: string, header: BackupHeader, identity: CryptoKey): Promise<void> {
  try {
    await checkPayload(file, header);
    await readPart({ file, header, identity });
  } catch (cause) {
    throw new Problem('backup.not-verified', 500, { params: { file: basename(file) }, cause });
  }
}

async function carry(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const handle = await open(to, 'r');
  await handle.sync();
  await handle.close();
  await rm(from);
}

async function onSameDisk(one: string, other: string): Promise<boolean> {
  return (await stat(one)).dev === (await stat(other)).dev;
}
