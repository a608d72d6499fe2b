import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { type BackupHeader, type BackupPart, readHeader } from './backup-header.server.ts';

export interface FoundBackup {
  file: string;
  header: BackupHeader;
}

/** The backups in a folder, newest first. Files are known by their header, not by their name. */
export async function findBackups(folder: string, part: BackupPart): Promise<FoundBackup[]> {
  const names: string[] = await readdir(folder).catch(() => []);
  const found: FoundBackup[] = [];
  for (const name of names.filter((each) => each.endsWith('.bak'))) {
    const file = join(folder, name);
    const header = await readHeader(file).catch(() => undefined);
    if (header?.part === part) found.push({ file, header });
  }
  return found.sort((a, b) => b.header.madeAt.localeCompare(a.header.madeAt));
}

/**
 * The newest records of a folder (or its subfolders `records` and `keys`) with the newest keys that are not older.
 * @throws Problem `restore.nothing-found`
 */
export async function findNewestPair(folder: string): Promise<Record<BackupPart, string>> {
  const look = async (part: BackupPart) =>
    (await Promise.all([folder, join(folder, part)].map((place) => findBackups(place, part)))).flat();
  const records = (await look('records')).sort((a, b) => b.header.madeAt.localeCompare(a.header.madeAt));
  const keys = await look('keys');
  for (const { file, header } of records) {
    const fitting = keys
      .filter((each) => each.header.houseId === header.houseId && each.header.madeAt >= header.madeAt)
      .sort((a, b) => b.header.madeAt.localeCompare(a.header.madeAt))[0];
    if (fitting) return { records: file, keys: fitting.file };
  }
  throw new Problem('restore.nothing-found', 404, { params: { folder } });
}

const keptDays = 30;

/**
 * Removes this house's copies of keys that are older than 30 days, so that whoever was erased is erased from the
 * copies too. @returns how many
 */
export async function removeOldKeys(folder: string, houseId: string, now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - keptDays * 24 * 3600 * 1000).toISOString();
  const old = (await findBackups(folder, 'keys')).filter(
    ({ header }) => header.houseId === houseId && header.madeAt < oldest,
  );
  for (const { file } of old) await rm(file, { force: true });
  return old.length;
}
