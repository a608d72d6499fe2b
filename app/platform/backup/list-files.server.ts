import { lstat, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import type { BackupPart } from './backup-header.server.ts';
import { readControlFile } from './control-file.server.ts';

/** One entry of a backup; `path` is where it stands in the data folder, `source` where it is read from. */
export interface BackupEntry {
  path: string;
  source: string;
  kind: 'file' | 'directory';
  size: number;
  mode: number;
}

/** Stands in the data folder and is made anew on any machine, or belongs to the other part. */
const notRecords =
  /^(postgres-keys|postgres\.(libraries|programs).*|.*\.owner(\..*)?|.*\.new(-.*)?|.*\.partial|server\.(json|log).*|restore-unfinished|last-backup\.json|control)$/;

/**
 * Everything of a part, folders before what is in them. The databases must have been stopped in order.
 * @throws Problem `backup.not-stopped`, `backup.no-data`
 */
export async function listBackupFiles(dataDir: string, part: BackupPart): Promise<BackupEntry[]> {
  const names = (await readdir(dataDir)).sort();
  const wanted =
    part === 'keys'
      ? names.filter((name) => name === 'postgres-keys')
      : names.filter((name) => !notRecords.test(name));
  const cluster = part === 'keys' ? 'postgres-keys' : 'postgres-main';
  if (!wanted.includes(cluster)) throw new Problem('backup.no-data', 404, { params: { folder: dataDir } });
  const entries: BackupEntry[] = [];
  for (const name of wanted) {
    // The cluster may be a link to another disk; in the copy it is a plain folder.
    const source = await realpath(join(dataDir, name));
    const skip = name === cluster ? await clusterRule(source) : () => false;
    await walk(source, name, skip, entries);
  }
  return entries;
}

async function walk(
  source: string,
  path: string,
  skip: (path: string) => boolean,
  into: BackupEntry[],
): Promise<void> {
  const found = await lstat(source);
  const entry = { path, source, mode: found.mode & 0o777 };
  if (found.isFile()) into.push({ ...entry, kind: 'file', size: found.size });
  if (!found.isDirectory()) return;
  into.push({ ...entry, kind: 'directory', size: 0 });
  for (const name of (await readdir(source)).sort()) {
    const inner = `${path}/${name}`;
    if (!skip(inner.slice(inner.indexOf('/') + 1))) await walk(join(source, name), inner, skip, into);
  }
}

/**
 * What a stopped cluster does not need. Of the write-ahead log only the file with the last checkpoint: the others
 * are old or waiting to be written over, and hold what was erased since.
 */
async function clusterRule(clusterDir: string): Promise<(path: string) => boolean> {
  const { wasStopped, checkpointSegment } = await readControlFile(clusterDir);
  const names = await readdir(clusterDir);
  if (!wasStopped || names.includes('postmaster.pid')) throw new Problem('backup.not-stopped', 409);
  return (path) => {
    if (/^(postmaster\.(pid|opts)|serai\.log.*)$/.test(path)) return true;
    if (/^(pg_stat_tmp|pg_replslot|pg_notify|pg_subtrans|pg_dynshmem|pg_snapshots)\/./.test(path))
      return true;
    if (/(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*)$/.test(path)) return true;
    const segment = /^pg_wal\/([0-9A-F]{24})$/.exec(path)?.[1];
    return segment !== undefined && checkpointSegment !== undefined && segment !== checkpointSegment;
  };
}
