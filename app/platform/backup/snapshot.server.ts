import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Problem } from '../problem.ts';
import { asSuperuser, type ClusterName } from './superuser.server.ts';

/** What stood in one cluster at a mark in its log; compared when a copy is brought back to that mark. */
export interface Snapshot {
  /** Rows by table, such as `client`. */
  rows: Record<string, number>;
  /** Where each centre's audit chain ended; of the records. */
  auditHeads: { centreId: string; seq: number; hash: string }[];
  /** The SQL files that had run. */
  migrations: string[];
  /** The house's sign that a root key is its own, in hex; of the records. */
  keyCheck: string;
}

const attempts = 100;

/**
 * Sets a named mark into the log and says what stood in the tables at just that place. For a moment (milliseconds)
 * nobody may write: whoever is writing is waited for, and lets everybody else by when it takes longer.
 * @throws Problem `backup.no-quiet-moment` when that did not come within half a minute
 */
export async function markAndCount(
  dataDir: string,
  name: ClusterName,
  mark: string,
): Promise<{ snapshot: Snapshot; position: string }> {
  return asSuperuser(dataDir, name, (holder) =>
    asSuperuser(dataDir, name, async (reader) => {
      const tables = await listTables(reader);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const position = await holdStill(holder, reader, tables, mark);
        if (position === undefined) {
          await sleep(100 + Math.random() * 200);
          continue;
        }
        try {
          return { snapshot: await countAll(reader, name, tables), position };
        } finally {
          await reader.query('rollback');
        }
      }
      throw new Problem('backup.no-quiet-moment', 503);
    }),
  );
}

/** The reader's picture and the mark fall between the same two writes. Undefined when somebody was writing. */
async function holdStill(
  holder: pg.Client,
  reader: pg.Client,
  tables: readonly string[],
  mark: string,
): Promise<string | undefined> {
  await holder.query('begin');
  try {
    // Shorter than PostgreSQL's own patience with a deadlock: we give way, never the person at the desk.
    await holder.query("set local lock_timeout = '250ms'");
    await holder.query(
      `lock table ${tables.map((table) => `serai.${pg.escapeIdentifier(table)}`).join(', ')} in share mode`,
    );
    await reader.query('begin isolation level repeatable read read only');
    await reader.query('select 1 from pg_catalog.pg_class limit 1');
    const { rows } = await holder.query<{ position: string }>(
      'select pg_create_restore_point($1)::text as position',
      [mark],
    );
    await holder.query('commit');
    return rows[0]?.position;
  } catch (error) {
    await holder.query('rollback').catch(() => undefined);
    await reader.query('rollback').catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '55P03' || code === '40P01') return undefined; // a lock was not to be had
    throw error;
  }
}

async function listTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'serai' order by tablename",
  );
  return rows.map(({ tablename }) => tablename);
}

/** What stands in a cluster now, for comparing. Every page of every table is read, and with it its checksum. */
export const countCluster = (dataDir: string, name: ClusterName): Promise<Snapshot> =>
  asSuperuser(dataDir, name, async (client) => countAll(client, name, await listTables(client)));

async function countAll(client: pg.Client, name: ClusterName, tables: readonly string[]): Promise<Snapshot> {
  const rows: Record<string, number> = {};
  for (const table of tables) {
    const counted = await client.query<{ count: number | string }>(
      `select count(*) as count from serai.${pg.escapeIdentifier(table)}`,
    );
    rows[table] = Number(counted.rows[0]?.count);
  }
  const ran = await client.query<{ name: string }>('select name from serai.schema_migration order by name');
  const migrations = ran.rows.map((row) => row.name);
  if (name === 'keys') return { rows, migrations, auditHeads: [], keyCheck: '' };
  const house = await client.query<{ key_check: Buffer }>('select key_check from serai.house');
  const heads = await client.query<{ centre_id: string; seq: number | string; hash: Buffer }>(
    'select centre_id, seq, hash from serai.audit_head order by centre_id',
  );
  return {
    rows,
    migrations,
    keyCheck: house.rows[0]?.key_check.toString('hex') ?? '',
    auditHeads: heads.rows.map(({ centre_id, seq, hash }) => ({
      centreId: centre_id,
      // A bigint is a number or a text, by whether the house's own parsers were loaded.
      seq: Number(seq),
      hash: hash.toString('hex'),
    })),
  };
}
