import { type AuditVerdict, verifyAudit } from '../audit/verify-audit.server.ts';
import { type Config } from '../config.server.ts';
import { embeddedServers } from '../database/servers.server.ts';
import { type House, openHouse } from '../house.server.ts';
import type { Log } from '../log.server.ts';
import type { Policy } from '../policy/policy.ts';
import { Problem } from '../problem.ts';
import type { BackupPart } from './backup-header.server.ts';
import { asSuperuser, type Snapshot, takeSnapshot } from './snapshot.server.ts';

export interface RestoreProof {
  /** Rows of the records, and in how many tables. */
  rows: number;
  tables: number;
  audit: AuditVerdict;
  /** People whose key was erased after the copy of the records was made. */
  erased: number;
}

/**
 * Starts what was restored and compares it with what was copied, before any newer migration touches it: rows table by
 * table, keys for all people, the audit chain to the same heads.
 * @throws Problem `restore.not-the-same`, `restore.keys-missing`, `restore.audit-broken`
 */
export async function proveRestore(
  config: Config,
  snapshots: Record<BackupPart, Snapshot>,
  { policy, log }: { policy: Policy; log: Log },
): Promise<RestoreProof> {
  const servers = await embeddedServers(config, log);
  let house: House | undefined;
  try {
    const now = await takeSnapshot(config.dataDir);
    compare(now, snapshots);
    const erased = await checkPeopleKeys(config.dataDir);
    house = await openHouse(config, { policy, log, servers });
    const audit = await verifyAudit(house.databases.audit, house.vault);
    if (audit.findings.length > 0) throw new Problem('restore.audit-broken', 422);
    const counts = Object.entries(now.rows).filter(([table]) => table.startsWith('main.'));
    return { rows: counts.reduce((sum, [, count]) => sum + count, 0), tables: counts.length, audit, erased };
  } finally {
    // A house closes the servers it was given.
    if (house) await house.close();
    else await servers.stop();
  }
}

function compare(now: Snapshot, { records, keys }: Record<BackupPart, Snapshot>): void {
  const wrong: string[] = [];
  if (now.houseId !== records.houseId) wrong.push('house');
  const count = (snapshot: Snapshot, prefix: string) =>
    Object.entries(snapshot.rows).filter(([table]) => table.startsWith(prefix));
  for (const [expected, prefix] of [
    [records, 'main.'],
    [keys, 'keys.'],
  ] as const) {
    for (const [table, rows] of count(expected, prefix)) if (now.rows[table] !== rows) wrong.push(table);
    if (count(expected, prefix).length !== count(now, prefix).length) wrong.push(`${prefix}*`);
  }
  const heads = (snapshot: Snapshot) => JSON.stringify(snapshot.auditHeads);
  if (heads(now) !== heads(records)) wrong.push('audit');
  if (wrong.length > 0)
    throw new Problem('restore.not-the-same', 422, { params: { places: wrong.join(', ') } });
}

/** Every person on file needs a key, or its tombstone. @returns how many are tombstones */
async function checkPeopleKeys(dataDir: string): Promise<number> {
  const people = await asSuperuser(dataDir, 'main', async (client) =>
    (await client.query<{ id: string }>('select id from serai.client order by id')).rows.map(({ id }) => id),
  );
  const missing: string[] = [];
  let erased = 0;
  await asSuperuser(dataDir, 'keys', async (client) => {
    for (let start = 0; start < people.length; start += 10_000) {
      const page = people.slice(start, start + 10_000);
      const { rows } = await client.query<{ id: string; gone: boolean }>(
        'select id, wrapped is null as gone from serai.wrapped_key where id = any($1::uuid[])',
        [page],
      );
      const known = new Map(rows.map(({ id, gone }) => [id, gone]));
      for (const id of page) {
        if (!known.has(id)) missing.push(id);
        else if (known.get(id) === true) erased += 1;
      }
    }
  });
  if (missing.length > 0) {
    throw new Problem('restore.keys-missing', 422, {
      params: { count: missing.length, people: missing.slice(0, 20).join(', ') },
    });
  }
  return erased;
}
