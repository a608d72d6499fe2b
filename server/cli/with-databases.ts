import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { refuseUnfinishedRestore } from '#platform/backup/unfinished-restore.server.ts';
import type { Config } from '#platform/config.server.ts';
import { findRunningCluster } from '#platform/database/embedded-cluster.server.ts';
import { claimOwnership } from '#platform/database/embedded-owner.server.ts';
import { openDatabaseSecret } from '#platform/database/database-secret.server.ts';
import { connectAdministrator } from '#platform/database/prepare-database.server.ts';
import { embeddedServers, externalServers, type Servers } from '#platform/database/servers.server.ts';
import { createLog } from '#platform/log.server.ts';
import { Problem } from '#platform/problem.ts';

/**
 * The house's database servers for a command that only looks: those of the running server, the operator's own, or
 * the embedded ones, started for as long as the work takes.
 * @throws Problem `backup.no-data` when there is no house yet
 */
export async function withServers<Result>(
  config: Config,
  work: (servers: Servers) => Promise<Result>,
): Promise<Result> {
  if (config.databaseUrl) return work(externalServers(config, openDatabaseSecret(config.dataDir, false)));
  if (!existsSync(join(config.dataDir, 'postgres-main')))
    throw new Problem('backup.no-data', 404, { params: { folder: config.dataDir } });
  const running = await findRunningServers(config.dataDir);
  if (running) return work(running);
  refuseUnfinishedRestore(config.dataDir);
  const ownership = await claimOwnership(join(config.dataDir, 'server.owner'), 'server');
  try {
    const servers = await embeddedServers(config, createLog('silent'));
    try {
      return await work(servers);
    } finally {
      await servers.stop();
    }
  } finally {
    ownership.release();
  }
}

async function findRunningServers(dataDir: string): Promise<Servers | undefined> {
  const [main, keys] = await Promise.all(
    (['main', 'keys'] as const).map((name) => findRunningCluster({ name, dataDir })),
  );
  if (!main || !keys) return undefined;
  const server = (found: typeof main, database: string) => ({
    admin: { host: found.socketDir, port: found.port, user: found.superuser, database: 'postgres' },
    target: { host: found.socketDir, port: found.port, database },
  });
  return { main: server(main, 'serai'), keys: server(keys, 'serai_keys'), stop: async () => {} };
}

/** Administrators' connections into both databases. */
export async function withAdministrators<Result>(
  servers: Servers,
  work: (clients: { main: pg.Client; keys: pg.Client }) => Promise<Result>,
): Promise<Result> {
  const open = ({ admin, target }: Servers['main']) => connectAdministrator(admin, target.database);
  const main = await open(servers.main);
  try {
    const keys = await open(servers.keys);
    try {
      return await work({ main, keys });
    } finally {
      await keys.end();
    }
  } finally {
    await main.end();
  }
}
