import pg from 'pg';
import { findRunningCluster } from '../database/embedded-cluster.server.ts';
import { Problem } from '../problem.ts';

const databases = { main: 'serai', keys: 'serai_keys' } as const;

/** The cluster of each part. */
export const clusterOf = { records: 'main', keys: 'keys' } as const;
export type ClusterName = 'main' | 'keys';

/**
 * A connection as the superuser of a running embedded cluster: for the machine's own work, never for the house's.
 * @throws Problem `database.unavailable`
 */
export async function connectSuperuser(dataDir: string, name: ClusterName): Promise<pg.Client> {
  const running = await findRunningCluster({ name, dataDir });
  if (!running) throw new Problem('database.unavailable', 503);
  const client = new pg.Client({
    host: running.socketDir,
    port: running.port,
    user: running.superuser,
    database: databases[name],
    ssl: false,
    connectionTimeoutMillis: 10_000,
    application_name: 'serai_backup',
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function asSuperuser<Result>(
  dataDir: string,
  name: ClusterName,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = await connectSuperuser(dataDir, name);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
