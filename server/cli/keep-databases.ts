import type { Config } from '#platform/config.server.ts';
import { openDatabaseSecret } from '#platform/database/database-secret.server.ts';
import { connectAdministrator } from '#platform/database/prepare-database.server.ts';
import { embeddedServers, externalServers, type Servers } from '#platform/database/servers.server.ts';
import type { Log } from '#platform/log.server.ts';
import type { ServersAt } from './serving.ts';

/** The databases as the keeper looks after them. */
export interface KeptDatabases {
  /** Starts them where they are not up. Undefined for an operator's own servers. */
  start(): Promise<ServersAt | undefined>;
  stop(): Promise<void>;
  /** Ends whatever a killed process left running in them. */
  endBackends(): Promise<void>;
}

export function keepDatabases(config: Config, log: Log): KeptDatabases {
  let servers: Servers | undefined;
  return {
    async start() {
      if (config.databaseUrl) return undefined;
      servers ??= await embeddedServers(config, log);
      const { main, keys } = servers;
      return { main, keys };
    },
    async stop() {
      await servers?.stop();
      servers = undefined;
    },
    async endBackends() {
      const at = servers ?? (config.databaseUrl ? external(config) : undefined);
      if (!at) return;
      await Promise.all(
        [at.main, at.keys].map((server) =>
          endBackendsOf(server).catch((error: unknown) => log.error('database.backends-remain', error)),
        ),
      );
    },
  };
}

const external = (config: Config): ServersAt =>
  externalServers(config, openDatabaseSecret(config.dataDir, false));

/** A backend in the middle of a statement does not notice by itself that nobody waits for the answer. */
async function endBackendsOf({ admin, target }: ServersAt['main']): Promise<void> {
  const client = await connectAdministrator(admin, target.database);
  try {
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend' and usename like 'serai\\_%'
         and usename <> current_user and pid <> pg_backend_pid()`,
    );
  } finally {
    await client.end();
  }
}
