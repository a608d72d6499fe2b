import { readFileSync } from 'node:fs';
import type pg from 'pg';
import type { Config } from '../config.server.ts';
import type { Log } from '../log.server.ts';
import type { ConnectionTarget } from './databases.server.ts';
import { loginPassword } from './database-secret.server.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from './embedded-cluster.server.ts';

export interface Server {
  admin: pg.ClientConfig;
  target: ConnectionTarget;
}

/** The two database servers of a house: records, and keys apart from them. */
export interface Servers {
  main: Server;
  keys: Server;
  embedded?: { main: EmbeddedCluster; keys: EmbeddedCluster };
  stop(): Promise<void>;
}

export async function embeddedServers(config: Config, log: Log): Promise<Servers> {
  const start = (name: 'main' | 'keys') => startEmbeddedCluster({ name, dataDir: config.dataDir });
  const [main, keys] = await Promise.all([start('main'), start('keys')]);
  let stopping = false;
  for (const cluster of [main, keys]) {
    cluster.onExit(() => {
      if (stopping) return;
      log.info('database.exited', { cluster: cluster.name });
      void restartUntilUp(cluster, log, () => stopping);
    });
  }
  const server = (cluster: EmbeddedCluster, database: string): Server => ({
    admin: { host: cluster.socketDir, port: cluster.port, user: cluster.superuser, database: 'postgres' },
    target: { host: cluster.socketDir, port: cluster.port, database },
  });
  return {
    main: server(main, 'serai'),
    keys: server(keys, 'serai_keys'),
    embedded: { main, keys },
    async stop() {
      stopping = true;
      await Promise.all([main.stop(), keys.stop()]);
    },
  };
}

async function restartUntilUp(cluster: EmbeddedCluster, log: Log, given: () => boolean) {
  for (let wait = 100; !given(); wait = Math.min(wait * 2, 5_000)) {
    try {
      await cluster.restart();
      log.info('database.restarted', { cluster: cluster.name });
      return;
    } catch (error) {
      log.error('database.restart-failed', error, { cluster: cluster.name });
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** An operator's own servers. The URLs are for set-up and migrations; the separate logins get passwords made from a secret of their own. */
export function externalServers(config: Config, secret: Buffer): Servers {
  const server = (url: string): Server => {
    const { hostname, port, pathname, searchParams } = new URL(url);
    const logins = [
      'serai_app',
      'serai_reader',
      'serai_auth',
      'serai_audit',
      'serai_indexer',
      'serai_eraser',
      'serai_jobs',
      'serai_migrator',
      'serai_keys',
    ];
    return {
      admin: { connectionString: url },
      target: {
        host: searchParams.get('host') ?? decodeURIComponent(hostname),
        port: Number(port || searchParams.get('port') || 5432),
        database: decodeURIComponent(pathname.slice(1)) || 'serai',
        passwords: Object.fromEntries(logins.map((login) => [login, loginPassword(secret, login)])),
        ssl: chooseTls(searchParams),
      },
    };
  };
  return {
    main: server(config.databaseUrl ?? ''),
    keys: server(config.keysDatabaseUrl ?? ''),
    stop: async () => {},
  };
}

/** As libpq reads `sslmode` and `sslrootcert`: "require" encrypts, the verifying modes also look at the certificate. */
function chooseTls(options: URLSearchParams): ConnectionTarget['ssl'] {
  const mode = options.get('sslmode') ?? '';
  const authority = options.get('sslrootcert');
  if (!['require', 'verify-ca', 'verify-full'].includes(mode)) return undefined;
  return {
    rejectUnauthorized: mode !== 'require',
    ...(authority !== null && { ca: readFileSync(authority, 'utf8') }),
  };
}
