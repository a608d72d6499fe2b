import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedCluster } from '../database/embedded-cluster.server.ts';
import { prepareServers } from '../house.server.ts';
import { mouldOf } from './test-databases.server.ts';

/** Vitest's global set-up: one pair of clusters for the whole run; every house in it has databases of its own. */
export default async function startTestServers() {
  const dataDir = mkdtempSync(join(quickFolder(), 'serai-test-'));
  const settings = {
    max_connections: '300',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
  const [main, keys] = await Promise.all([
    startEmbeddedCluster({ name: 'main', dataDir, settings }),
    startEmbeddedCluster({ name: 'keys', dataDir, settings }),
  ]);
  const mould = (name: 'main' | 'keys') => {
    const { socketDir: host, port, superuser: user } = name === 'main' ? main : keys;
    return {
      admin: { host, port, user, database: 'postgres' },
      target: { host, port, database: mouldOf(name) },
    };
  };
  await prepareServers({ main: mould('main'), keys: mould('keys'), stop: async () => {} });
  process.env['SERAI_TEST_SERVERS'] = JSON.stringify({
    main: { host: main.socketDir, port: main.port, user: main.superuser },
    keys: { host: keys.socketDir, port: keys.port, user: keys.superuser },
  });
  return async () => {
    await Promise.all([main.stop(), keys.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** Hundreds of small databases are made and dropped: in memory, where there is plenty of it, ten times as quickly. */
function quickFolder(): string {
  const memory = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 4 * 1024 ** 3 && freemem() > 6 * 1024 ** 3 ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}
