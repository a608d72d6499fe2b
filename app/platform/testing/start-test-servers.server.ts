import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedCluster } from '../database/embedded-cluster.server.ts';

/** Vitest's global set-up: one pair of clusters for the whole run; every house in it has databases of its own. */
export default async function startTestServers() {
  const dataDir = mkdtempSync(join(tmpdir(), 'serai-test-'));
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
  process.env['SERAI_TEST_SERVERS'] = JSON.stringify({
    main: { host: main.socketDir, port: main.port, user: main.superuser },
    keys: { host: keys.socketDir, port: keys.port, user: keys.superuser },
  });
  return async () => {
    await Promise.all([main.stop(), keys.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  };
}
