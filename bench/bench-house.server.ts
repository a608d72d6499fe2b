import { existsSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { type DemoCentre, openDemoCentre } from '#app/demo/open-demo-centre.server.ts';
import { permissions } from '#app/permissions.ts';
import { readConfig } from '#platform/config.server.ts';
import { embeddedServers, type Servers } from '#platform/database/servers.server.ts';
import { type House, openHouse } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { createLog } from '#platform/log.server.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { openKeyFile } from '#platform/vault/root-key.server.ts';

/** A real house in a scratch folder: both clusters with fsync on, as a centre has them. */
export interface BenchHouse {
  house: House;
  /** The superuser's door to the records; for the bulk loader and for plain SQL as a peer. */
  admin: pg.Pool;
  keysAdmin: pg.Pool;
  servers: Servers;
  close(): Promise<void>;
}

export async function openBenchHouse(dataDir: string): Promise<BenchHouse> {
  const config = readConfig({}, { dataDir, keyFile: `${dataDir}-keys/root.key`, log: 'silent' });
  // Before the clusters are made: beside existing records the house would refuse to make a new key.
  openKeyFile(config.keyFile, !existsSync(dataDir) || readdirSync(dataDir).length === 0);
  const servers = await embeddedServers(config, createLog('silent'));
  const house = await openHouse(config, {
    policy: composePolicy(permissions),
    log: createLog('silent'),
    servers,
  });
  const poolOf = ({ admin, target }: (typeof servers)['main']) => {
    const pool = new pg.Pool({
      host: target.host,
      port: target.port,
      user: admin.user,
      database: target.database,
      options: '-c search_path=serai',
      max: 10,
    });
    pool.on('error', () => {});
    return pool;
  };
  const admin = poolOf(servers.main);
  const keysAdmin = poolOf(servers.keys);
  return {
    house,
    admin,
    keysAdmin,
    servers,
    async close() {
      await admin.end();
      await keysAdmin.end();
      await house.close();
    },
  };
}

/** A second house over the same records, as another process would open it. Close it before the first. */
export function openNeighbour(dataDir: string, servers: Servers): Promise<House> {
  const config = readConfig({}, { dataDir, keyFile: `${dataDir}-keys/root.key`, log: 'silent' });
  return openHouse(config, {
    policy: composePolicy(permissions),
    log: createLog('silent'),
    servers: { ...servers, stop: async () => {} },
  });
}

/** A centre with staff to work in, set up two days ago. */
export function openBenchCentre(house: House): Promise<DemoCentre> {
  return openDemoCentre(house, 'bench-centre', addDays(new Date().toISOString().slice(0, 10), -2));
}

/** Runs the work while nothing waits for the disk: for filling only, never for measuring. */
export async function withoutWaiting(pools: readonly pg.Pool[], work: () => Promise<void>): Promise<void> {
  const tell = async (statement: string) => {
    for (const pool of pools) {
      await pool.query(statement);
      await pool.query('select pg_reload_conf()');
    }
  };
  await tell('alter system set synchronous_commit = off');
  try {
    await work();
  } finally {
    await tell('alter system reset synchronous_commit');
    for (const pool of pools) await pool.query('checkpoint');
  }
}
