import pg from 'pg';
import { findRunningCluster } from '../database/embedded-cluster.server.ts';
import { Problem } from '../problem.ts';

/** What stood in the house when the copy was made; compared after a restore. Numbers and hashes only. */
export interface Snapshot {
  houseId: string;
  /** The house's sign that a root key is its own; see `isKeyOfHouse`. */
  keyCheck: string;
  /** Rows by table, such as `main.client`. */
  rows: Record<string, number>;
  /** Where each centre's audit chain ended. */
  auditHeads: { centreId: string; seq: number; hash: string }[];
  /** The SQL files that had run. */
  migrations: string[];
}

const databases = { main: 'serai', keys: 'serai_keys' } as const;

/** Reads both running embedded clusters as their superuser. @throws Problem `database.unavailable` */
export async function takeSnapshot(dataDir: string): Promise<Snapshot> {
  const rows: Record<string, number> = {};
  const migrations: string[] = [];
  for (const name of ['main', 'keys'] as const) {
    await asSuperuser(dataDir, name, async (client) => {
      const tables = await client.query<{ tablename: string }>(
        "select tablename from pg_tables where schemaname = 'serai' order by tablename",
      );
      for (const { tablename } of tables.rows) {
        const counted = await client.query<{ count: number }>(
          `select count(*) as count from serai.${pg.escapeIdentifier(tablename)}`,
        );
        rows[`${name}.${tablename}`] = Number(counted.rows[0]?.count);
      }
      const ran = await client.query<{ name: string }>(
        'select name from serai.schema_migration order by name',
      );
      migrations.push(...ran.rows.map((row) => `${name}/${row.name}`));
    });
  }
  return asSuperuser(dataDir, 'main', async (client) => {
    const house = await client.query<{ id: string; key_check: Buffer }>(
      'select id, key_check from serai.house',
    );
    const heads = await client.query<{ centre_id: string; seq: number | string; hash: Buffer }>(
      'select centre_id, seq, hash from serai.audit_head order by centre_id',
    );
    return {
      houseId: house.rows[0]?.id ?? '',
      keyCheck: house.rows[0]?.key_check.toString('hex') ?? '',
      rows,
      migrations,
      auditHeads: heads.rows.map(({ centre_id, seq, hash }) => ({
        centreId: centre_id,
        // A bigint is a number or a text, by whether the house's own parsers were loaded.
        seq: Number(seq),
        hash: hash.toString('hex'),
      })),
    };
  });
}

/** A moment as the superuser of a running embedded cluster: for looking at the machine, never for the house's work. */
export async function asSuperuser<Result>(
  dataDir: string,
  name: 'main' | 'keys',
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const running = await findRunningCluster({ name, dataDir });
  if (!running) throw new Problem('database.unavailable', 503);
  const client = new pg.Client({
    host: running.socketDir,
    port: running.port,
    user: running.superuser,
    database: databases[name],
    ssl: false,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
