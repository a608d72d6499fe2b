import pg from 'pg';
import { findRunningCluster } from '#platform/database/embedded-cluster.server.ts';
import type { Cluster } from './machine-app.server.ts';

/** Says one thing to a running database server as its superuser. @throws when it does not run or does not answer in ten seconds */
export async function askCluster<Row extends pg.QueryResultRow>(
  dataDir: string,
  cluster: Cluster,
  statement: string,
): Promise<Row[]> {
  const at = await findRunningCluster({ name: cluster, dataDir });
  if (!at) throw new Error(`the server of the ${cluster} is not running`);
  const client = new pg.Client({
    host: at.socketDir,
    port: at.port,
    user: at.superuser,
    database: cluster === 'main' ? 'serai' : 'serai_keys',
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
