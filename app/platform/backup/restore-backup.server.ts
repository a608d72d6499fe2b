import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config.server.ts';
import { Problem } from '../problem.ts';
import { openKeyFile, readRecoveryKey, unwrapRoot, writeKeyFile } from '../vault/root-key.server.ts';
import { type BackupHeader, type BackupPart, readHeader } from './backup-header.server.ts';
import { backupCheck, backupIdentity, backupKeyOf } from './backup-key.server.ts';
import { checkPayload, type PartSink, readPart } from './read-part.server.ts';
import type { Snapshot } from './snapshot.server.ts';
import { syncFolder } from './sync-folder.server.ts';
import { unfinishedRestore } from './unfinished-restore.server.ts';

export interface ChosenBackup {
  files: Record<BackupPart, string>;
  headers: Record<BackupPart, BackupHeader>;
}

const parts = ['records', 'keys'] as const;

/**
 * Looks at two files before anything else is done: do they belong together, can this release read them, are they
 * whole? Needs no key and writes nothing.
 * @param postgres major version that this release brings
 * @throws Problem `restore.*`
 */
export async function chooseBackup(
  files: Record<BackupPart, string>,
  { release, postgres }: { release: string; postgres: string },
  onProgress?: (done: number, total: number) => void,
): Promise<ChosenBackup> {
  const headers = { records: await readHeader(files.records), keys: await readHeader(files.keys) };
  for (const part of parts) {
    const header = headers[part];
    if (header.part !== part)
      throw new Problem('restore.wrong-part', 422, { params: { file: files[part], part } });
    if (isNewer(header.release, release))
      throw new Problem('restore.newer-release', 422, { params: { version: header.release } });
    if (header.postgres !== postgres) {
      throw new Problem('restore.other-major-version', 422, {
        params: { found: header.postgres, expected: postgres },
      });
    }
  }
  if (headers.records.houseId !== headers.keys.houseId) throw new Problem('restore.other-house', 422);
  // Newer keys are welcome: who was erased in between stays erased. Older ones would lack people's keys.
  if (headers.keys.madeAt < headers.records.madeAt) throw new Problem('restore.keys-too-old', 422);
  const total = headers.records.payload.bytes + headers.keys.payload.bytes;
  let done = 0;
  for (const part of parts) {
    await checkPayload(files[part], headers[part], (count) => {
      done += count;
      onProgress?.(done, total);
    });
  }
  return { files, headers };
}

/** Is the key file of this machine already the right one (a stick that survived)? Then the sheet is not needed. */
export function findRootOnMachine(config: Config, { headers }: ChosenBackup): Buffer | undefined {
  if (!existsSync(config.keyFile)) return undefined;
  const root = openKeyFile(config.keyFile, false);
  if (!isRootOf(root, headers))
    throw new Problem('restore.key-file-there', 409, { params: { path: config.keyFile } });
  return root;
}

/**
 * The root key from the typed recovery key. The sheet may have been made anew between the two copies, so both are tried.
 * @throws Problem `vault.recovery-key-wrong`, `restore.no-sheet`
 */
export function recoverRootFromSheet({ headers }: ChosenBackup, typed: string): Buffer {
  const wrapped = parts.map((part) => headers[part].wrappedRoot).filter((each) => each !== null);
  if (wrapped.length === 0) throw new Problem('restore.no-sheet', 422);
  const recovery = readRecoveryKey(typed);
  for (const each of wrapped) {
    try {
      const root = unwrapRoot(recovery, each);
      if (isRootOf(root, headers)) return root;
    } catch {
      // Tried with the other copy's.
    }
  }
  throw new Problem('vault.recovery-key-wrong', 422);
}

export const hasSheet = ({ headers }: ChosenBackup): boolean =>
  parts.some((part) => headers[part].wrappedRoot !== null);

const isRootOf = (root: Buffer, headers: Record<BackupPart, BackupHeader>) =>
  parts.every((part) => backupCheck(root, headers[part].backupId) === headers[part].keyCheck);

/** @throws Problem `restore.not-empty` unless the folder is absent, empty, or holds a restore that was broken off */
export async function refuseUsedFolder(dataDir: string): Promise<void> {
  const found: string[] = await readdir(dataDir).catch(() => []);
  // The mark of the process that restores, and its log, are no records.
  if (found.every((name) => /^server\.(owner|log)/.test(name)) || found.includes('restore-unfinished'))
    return;
  throw new Problem('restore.not-empty', 409, { params: { folder: dataDir } });
}

/**
 * Puts both parts and the key file in place. What stands there afterwards must still be proven; until `finish` is
 * called nothing will open it.
 */
export async function placeBackup(
  config: Config,
  chosen: ChosenBackup,
  root: Buffer,
  onProgress?: (done: number) => void,
): Promise<{ snapshots: Record<BackupPart, Snapshot>; finish(): Promise<void>; undo(): Promise<void> }> {
  const { dataDir, keyFile } = config;
  await refuseUsedFolder(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(unfinishedRestore(dataDir), '', { mode: 0o600 });
  await empty(dataDir);
  const keyFileIsNew = !existsSync(keyFile);
  const undo = async () => {
    await empty(dataDir);
    if (keyFileIsNew) await rm(keyFile, { force: true });
    await rm(unfinishedRestore(dataDir), { force: true });
  };
  try {
    let done = 0;
    const sink = folderSink(dataDir);
    const onBytes = (count: number) => {
      done += count;
      onProgress?.(done);
    };
    const read = async (part: BackupPart) =>
      readPart({
        file: chosen.files[part],
        header: chosen.headers[part],
        identity: await backupIdentity(backupKeyOf(root), part),
        sink,
        onBytes,
      });
    const records = await read('records');
    const keys = await read('keys');
    await sink.finish();
    if (keyFileIsNew) writeKeyFile(keyFile, root);
    const snapshots = { records: records.snapshot, keys: keys.snapshot };
    return { snapshots, undo, finish: () => rm(unfinishedRestore(dataDir), { force: true }) };
  } catch (error) {
    await undo();
    throw error;
  }
}

/** Everything but the mark, which goes last. */
async function empty(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name !== 'restore-unfinished' && !name.startsWith('server.'))
      await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

function folderSink(dataDir: string): PartSink & { finish(): Promise<void> } {
  const folders = new Set<string>([dataDir]);
  return {
    async directory(path, mode) {
      const place = join(dataDir, path);
      await mkdir(place, { recursive: true, mode: mode & 0o700 });
      folders.add(place);
    },
    async file(path, mode, content) {
      const place = join(dataDir, path);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      folders.add(dirname(place));
      const handle = await open(place, 'wx', mode & 0o700 & ~0o100);
      try {
        for await (const chunk of content) await handle.write(chunk);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    /** Names are written down too: a power cut after "done" must not lose a file. */
    async finish() {
      for (const folder of folders) {
        if (!(await stat(folder)).isDirectory()) continue;
        await syncFolder(folder);
      }
    },
  };
}

function isNewer(one: string, other: string): boolean {
  const numbers = (version: string) => version.split(/[.+-]/).slice(0, 3).map(Number);
  const [a, b] = [numbers(one), numbers(other)];
  for (const place of [0, 1, 2]) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
