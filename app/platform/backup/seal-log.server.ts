import { mkdir, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { BackupPart, BackupTitle } from './backup-header.server.ts';
import { beginLine, currentLine } from './backup-line.server.ts';
import { logName } from './backup-names.ts';
import type { BackupRecipients } from './backup-recipients.server.ts';
import { logFileName, parsePosition, printPosition } from './log-position.ts';
import { asSuperuser, clusterOf } from './superuser.server.ts';
import { writePart } from './write-part.server.ts';

/** Holds PostgreSQL's log back until it was sealed. */
export const logSlot = 'serai_log';

/** Where sealed files wait until every target has them. */
export const queueFolder = (dataDir: string, part: BackupPart): string => join(dataDir, 'backup-queue', part);

export interface SealOptions {
  dataDir: string;
  part: BackupPart;
  recipients: BackupRecipients;
  versions: { release: string; postgres: string };
  now: () => Date;
}

/**
 * Encrypts what was written since the last call into the queue: the files of the log that are finished, and the one
 * that is not, which is ended early when something was written at all. So a copy can be brought to any minute.
 * @returns how many files; `hasGap` when the log was lost before it could be sealed, and a new copy is needed
 */
export async function sealLog(options: SealOptions): Promise<{ sealed: number; hasGap: boolean }> {
  const { dataDir, part, now } = options;
  return asSuperuser(dataDir, clusterOf[part], async (client) => {
    const slot = await findSlot(client);
    const hasGap = slot === undefined;
    if (hasGap) await replaceSlot(client, dataDir, part);
    const from = slot ?? (await findSlot(client));
    if (from === undefined) throw new Error('the log is not held back');
    const asOf = now();
    await endFileIfWritten(client);
    const { rows } = await client.query<{ flushed: string; timeline: number; size: string | number }>(
      `select pg_current_wal_flush_lsn()::text as flushed,
         (select timeline_id from pg_control_checkpoint()) as timeline,
         (select setting::bigint from pg_settings where name = 'wal_segment_size') as size`,
    );
    const [at] = rows;
    if (!at) throw new Error('the log has no end');
    const size = BigInt(at.size);
    const line = await currentLine(dataDir, part);
    let sealed = 0;
    for (let number = from / size; number < parsePosition(at.flushed) / size; number += 1n) {
      await sealFile(options, line, logFileName(at.timeline, number, size), asOf);
      await client.query('select pg_replication_slot_advance($1, $2::pg_lsn)', [
        logSlot,
        printPosition((number + 1n) * size),
      ]);
      sealed += 1;
    }
    return { sealed, hasGap };
  });
}

/** Undefined when there is none, or when PostgreSQL had to throw the log away that it held back. */
async function findSlot(client: pg.Client): Promise<bigint | undefined> {
  const { rows } = await client.query<{ position: string | null; lost: boolean }>(
    "select restart_lsn::text as position, wal_status = 'lost' as lost from pg_replication_slots where slot_name = $1",
    [logSlot],
  );
  const [slot] = rows;
  return slot && !slot.lost && slot.position !== null ? parsePosition(slot.position) : undefined;
}

async function replaceSlot(client: pg.Client, dataDir: string, part: BackupPart): Promise<void> {
  await client.query(
    'select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1',
    [logSlot],
  );
  await beginLine(dataDir, part);
  await client.query('select pg_create_physical_replication_slot($1, true)', [logSlot]);
}

/**
 * A file of the log has a fixed size; an idle centre must not fill a disk with empty ones. Whether anything was written
 * is told by the number of the next transaction.
 */
async function endFileIfWritten(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ next: string; position: string }>(
    'select pg_snapshot_xmax(pg_current_snapshot())::text as next, pg_current_wal_insert_lsn()::text as position',
  );
  const next = rows[0]?.next ?? '';
  const known = lastSeen.get(client.host + client.database);
  if (known === next) return;
  await client.query('select pg_switch_wal()');
  lastSeen.set(client.host + client.database, next);
}

/** The next transaction when the log was last ended early, by cluster. A new process ends it once more. */
const lastSeen = new Map<string, string>();

async function sealFile(
  { dataDir, part, recipients, versions }: SealOptions,
  line: string,
  name: string,
  asOf: Date,
): Promise<void> {
  const cluster = clusterOf[part];
  const clusterDir = await realpath(join(dataDir, `postgres-${cluster}`));
  const target = join(queueFolder(dataDir, part), logName(line, name));
  await mkdir(join(target, '..'), { recursive: true, mode: 0o700 });
  const title: BackupTitle = {
    what: 'log',
    part,
    name,
    line,
    houseId: recipients.houseId,
    madeAt: asOf.toISOString(),
    ...versions,
    architecture: process.arch,
    logs: null,
    wrappedRoot: null,
  };
  await rm(`${target}.partial`, { force: true });
  await writePart({
    file: `${target}.partial`,
    about: () => ({ title, snapshot: null }),
    recipient: recipients[part],
    signKey: Buffer.from(recipients.sign, 'base64'),
    entries: [
      {
        kind: 'file',
        path: `postgres-${cluster}/pg_wal/${name}`,
        source: join(clusterDir, 'pg_wal', name),
        mode: 0o600,
      },
    ],
  });
  await rename(`${target}.partial`, target);
}
