import type pg from 'pg';
import type { Config } from '../config.server.ts';
import { programDir } from '../program-dir.server.ts';
import { checkBackupAge, checkPlaces, checkRecoverySheet } from './backup-checks.server.ts';
import { checkDamage, checkDurability } from './durability-check.server.ts';
import type { Finding } from './finding.ts';
import { checkKeyFile, checkKeyStore, checkModes } from './folder-checks.server.ts';
import { checkMachine, checkTransport } from './machine-checks.ts';
import { checkRestoreProof } from './restore-check.server.ts';
import { checkProgram } from './program-checks.server.ts';
import { readMachine } from './read-machine.server.ts';
import { checkWall } from './wall-checks.server.ts';

export interface Patient {
  config: Config;
  /** Administrators' connections into the databases of the records and of the keys. */
  main: pg.Client;
  keys: pg.Client;
  now: Date;
  /** Where the server listens: of the running one, else as configured. */
  url: string;
  /** The running server. */
  pid?: number;
}

/** Looks at everything and changes nothing. Findings in the order in which they should be read. */
export async function examine({ config, main, keys, now, url, pid }: Patient): Promise<Finding[]> {
  const facts = await readFacts(main);
  return [
    ...merge(await checkDurability(main, 'main'), await checkDurability(keys, 'keys')),
    ...merge(await checkDamage(main, 'main'), await checkDamage(keys, 'keys')),
    ...(await checkWall(main)),
    await checkModes(config),
    await checkKeyFile(config),
    checkKeyStore(config, { main: await systemOf(main), keys: await systemOf(keys) }),
    await checkBackupAge(config, now),
    await checkPlaces(config, main),
    await checkRestoreProof(main, config, now, facts.oldestRecord),
    checkRecoverySheet(config, facts.sheetConfirmed),
    checkTransport(url, config),
    ...(await checkProgram(programDir)),
    ...checkMachine(await readMachine(config.dataDir, pid), now, facts.newestRecord),
  ];
}

/** The same check on two clusters is one line, unless something is wrong with one of them. */
function merge(one: Finding, other: Finding): Finding[] {
  const bad = [one, other].filter(({ level }) => level !== 'ok');
  return bad.length > 0 ? bad : [one];
}

async function readFacts(
  main: pg.Client,
): Promise<{ oldestRecord?: Date; newestRecord?: Date; sheetConfirmed?: boolean }> {
  const { rows } = await main.query<{ oldest: Date | null; newest: Date | null; confirmed: boolean | null }>(
    `select (select min(at) from serai.audit_event) as oldest, (select max(at) from serai.audit_event) as newest,
       (select recovery_confirmed_at is not null from serai.house limit 1) as confirmed`,
  );
  const [row] = rows;
  return {
    ...(row?.oldest && { oldestRecord: row.oldest }),
    ...(row?.newest && { newestRecord: row.newest }),
    ...(typeof row?.confirmed === 'boolean' && { sheetConfirmed: row.confirmed }),
  };
}

/** The number that PostgreSQL gave the cluster when it was made. An operator's account may not be allowed to ask. */
async function systemOf(client: pg.Client): Promise<string | undefined> {
  return client.query<{ id: string }>('select system_identifier::text as id from pg_control_system()').then(
    ({ rows }) => rows[0]?.id,
    () => undefined,
  );
}
