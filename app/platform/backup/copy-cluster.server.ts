import { randomBytes } from 'node:crypto';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { logFileName, parsePosition } from './log-position.ts';
import { markAndCount, type Snapshot } from './snapshot.server.ts';
import { type ClusterName, connectSuperuser } from './superuser.server.ts';
import type { BackupEntry } from './write-part.server.ts';

export interface CopiedCluster {
  snapshot: Snapshot;
  /** The files of the log that came along; bytes of each. */
  logs: { first: string; last: string; size: number };
  /** When the mark was set. */
  at: Date;
}

/**
 * A physical copy of a cluster that goes on working (PostgreSQL's low-level backup: the documentation's "Making a
 * Base Backup Using the Low Level API"). The files are copied in whatever state they are in; the log from the start to
 * a mark behind the end, which comes along, makes them whole. Whoever starts the copy recovers to that mark.
 * @param mark name of the mark
 * @param done told when everything was handed out
 */
export async function* copyCluster(
  dataDir: string,
  name: ClusterName,
  mark: string,
  now: () => Date,
  done: (copied: CopiedCluster) => void,
): AsyncGenerator<BackupEntry> {
  const folder = `postgres-${name}`;
  const clusterDir = await realpath(join(dataDir, folder));
  // The backup ends with this session, whatever happens; so does the slot that keeps the log from being thrown away.
  const session = await connectSuperuser(dataDir, name);
  try {
    await session.query('select pg_create_physical_replication_slot($1, true, true)', [
      `serai_copy_${randomBytes(4).toString('hex')}`,
    ]);
    await session.query("select pg_backup_start('serai', fast => true)");
    yield { kind: 'directory', path: folder, mode: 0o700 };
    yield* walk(clusterDir, folder);
    // Last, as PostgreSQL asks: it may be read in the middle of a write, and the backup label takes its place.
    yield {
      kind: 'file',
      path: `${folder}/global/pg_control`,
      source: join(clusterDir, 'global/pg_control'),
      mode: 0o600,
    };
    const { rows } = await session.query<{ label: string; spaces: string }>(
      'select labelfile as label, spcmapfile as spaces from pg_backup_stop(wait_for_archive => false)',
    );
    const { label = '', spaces = '' } = rows[0] ?? {};
    yield { kind: 'text', path: `${folder}/backup_label`, text: label, mode: 0o600 };
    if (spaces !== '') throw new Error('the cluster has tablespaces, which are not copied');
    const { snapshot, position } = await markAndCount(dataDir, name, mark);
    const at = now();
    const { files, size } = await logBetween(session, label, position);
    for (const file of files)
      yield {
        kind: 'file',
        path: `${folder}/pg_wal/${file}`,
        source: join(clusterDir, 'pg_wal', file),
        mode: 0o600,
      };
    done({ snapshot, at, logs: { first: files[0] ?? '', last: files.at(-1) ?? '', size } });
  } finally {
    await session.end();
  }
}

/** The finished files of the log from where the copy began to the mark. */
async function logBetween(
  session: pg.Client,
  label: string,
  position: string,
): Promise<{ files: string[]; size: number }> {
  const first = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1];
  const start = /^START WAL LOCATION: ([0-9A-F/]+)/m.exec(label)?.[1];
  if (first === undefined || start === undefined)
    throw new Error('the backup label is not what was expected');
  await session.query('select pg_switch_wal()');
  const { rows } = await session.query<{ size: string | number }>(
    "select setting::bigint as size from pg_settings where name = 'wal_segment_size'",
  );
  const size = BigInt(rows[0]?.size ?? 0);
  const timeline = Number.parseInt(first.slice(0, 8), 16);
  // A position names the byte behind a record.
  const last = (parsePosition(position) - 1n) / size;
  const files: string[] = [];
  for (let number = parsePosition(start) / size; number <= last; number += 1n)
    files.push(logFileName(timeline, number, size));
  return { files, size: Number(size) };
}

const leftOut =
  /^(postmaster\.(pid|opts)|serai\.log.*|current_logfiles.*|backup_label.*|backup_manifest|tablespace_map.*|recovery\.signal|standby\.signal|global\/pg_control)$/;
const emptied =
  /^(pg_wal|pg_stat_tmp|pg_replslot|pg_notify|pg_serial|pg_subtrans|pg_dynshmem|pg_snapshots)\/./;
const passing = /(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*|t\d+_\d+[^/]*)$/;

/** What a base backup holds; folders whose content is made anew stay, empty. */
async function* walk(clusterDir: string, folder: string, inner = ''): AsyncGenerator<BackupEntry> {
  const names: string[] = await readdir(join(clusterDir, inner)).catch((): string[] => []);
  for (const name of names.sort()) {
    const path = inner === '' ? name : `${inner}/${name}`;
    if (leftOut.test(path) || emptied.test(path) || passing.test(path)) continue;
    const source = join(clusterDir, path);
    const found = await lstat(source).catch(() => undefined);
    const mode = (found?.mode ?? 0) & 0o777;
    if (found?.isDirectory()) {
      yield { kind: 'directory', path: `${folder}/${path}`, mode };
      yield* walk(clusterDir, folder, path);
    } else if (found?.isFile()) yield { kind: 'file', path: `${folder}/${path}`, source, mode };
  }
  // PostgreSQL wants its folder for finished files of the log, though nothing is in it.
  if (inner === 'pg_wal') yield { kind: 'directory', path: `${folder}/pg_wal/archive_status`, mode: 0o700 };
}
