import { type AuditVerdict, verifyAudit } from '../audit/verify-audit.server.ts';
import { openDatabases, openPool } from '../database/databases.server.ts';
import { findRunningCluster } from '../database/embedded-cluster.server.ts';
import { Problem } from '../problem.ts';
import { createVaultDoor } from '../vault/vault.server.ts';

/** Walks the audit chains of a restored house beside its running clusters. @throws Problem `restore.audit-broken` */
export async function proveAudit(dataDir: string, root: Buffer): Promise<AuditVerdict> {
  const [main, keys] = await Promise.all(
    (['main', 'keys'] as const).map((name) => findRunningCluster({ name, dataDir })),
  );
  if (!main || !keys) throw new Problem('database.unavailable', 503);
  const databases = openDatabases({ host: main.socketDir, port: main.port, database: 'serai' });
  const keysPool = openPool(
    { host: keys.socketDir, port: keys.port, database: 'serai_keys' },
    'serai_keys',
    1,
  );
  const door = createVaultDoor(keysPool);
  try {
    door.open(root);
    const audit = await verifyAudit(databases.audit, door.vault);
    if (audit.findings.length > 0) throw new Problem('restore.audit-broken', 422);
    return audit;
  } finally {
    door.close();
    await databases.close();
    await keysPool.end();
  }
}
