import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { writeLastBackup } from '../backup/last-backup.server.ts';
import type { Config } from '../config.server.ts';
import { writeUnlockMode } from '../vault/unlock-mode.server.ts';
import { checkDamage } from './durability-check.server.ts';
import { checkBackupAge, checkPlaces, checkRecoverySheet } from './backup-checks.server.ts';
import type { Finding } from './finding.ts';
import { checkKeyFile, checkKeyStore, checkModes } from './folder-checks.server.ts';
import { checkMachine, checkTransport } from './machine-checks.ts';
import { checkProgram } from './program-checks.server.ts';
import type { Machine } from './read-machine.server.ts';
import { checkRestoreProof } from './restore-check.server.ts';
import { checkWall } from './wall-checks.server.ts';
import { checkDurability } from './durability-check.server.ts';

/** A machine and an installation of their own, to be broken. */
export interface Sickbed {
  config: Config;
  admin: pg.Client;
  /** A program with one file, one package and a list of both. */
  programDir: string;
  now: Date;
}

type Fault = (bed: Sickbed) => Promise<Finding[]> | Finding[];

const inOrder: Machine = {
  nodeVersion: '24.0.0',
  userId: 990,
  coreLimit: '0',
  corePattern: 'core',
  swaps: [],
  disk: { free: 5e10, total: 1e11 },
  clockSynchronised: true,
};
const machine =
  (broken: Partial<Machine>, at = '2026-03-10T09:00:00Z', newest?: string): Fault =>
  () =>
    checkMachine(
      { ...inOrder, ...broken },
      new Date(at),
      newest === undefined ? undefined : new Date(newest),
    );

const inDatabase =
  (statement: string): Fault =>
  async ({ admin }) => {
    await admin.query('begin');
    try {
      await admin.query(statement);
      return await checkWall(admin);
    } finally {
      await admin.query('rollback');
    }
  };

const lastBackup =
  (at: string, isThere = true): Fault =>
  async ({ config, now }) => {
    const file = isThere ? config.keyFile : join(config.dataDir, 'gone');
    await writeLastBackup(config.dataDir, { at, records: file, keys: file });
    return [await checkBackupAge(config, now)];
  };

/** What was proven, as rows that are gone afterwards. Days before the bed's own. */
const drills =
  (rows: { days: number; step?: string }[], houseDays = 100): Fault =>
  async ({ admin, config, now }) => {
    const ago = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000);
    await admin.query('begin');
    try {
      for (const { days, step } of rows)
        await admin.query(
          `insert into serai.restore_drill (id, started_at, ended_at, until_at, step, problem)
           values (gen_random_uuid(), $1, $1, case when $2::text is null then $1::timestamptz end, $2, $2)`,
          [ago(days), step ?? null],
        );
      return [await checkRestoreProof(admin, config, now, ago(houseDays))];
    } finally {
      await admin.query('rollback');
    }
  };

/** Where copies go, as rows that are gone afterwards. */
const places =
  (...problems: string[]): Fault =>
  async ({ admin, config }) => {
    await admin.query('begin');
    try {
      await admin.query('update serai.backup_target set removed_at = added_at where removed_at is null');
      for (const problem of problems)
        await admin.query(
          `insert into serai.backup_target (id, part, kind, place, added_at, added_by, problem)
           values (gen_random_uuid(), 'keys', 'folder', '/media/keys', now(), gen_random_uuid(), $1)`,
          [problem],
        );
      return [await checkPlaces(config, admin)];
    } finally {
      await admin.query('rollback');
    }
  };

/**
 * For each thing that the doctor can find, a way to bring it about: `check.code`. A finding without one turns the test
 * red, so a check that was never seen to fail is no check.
 */
export const faults: Readonly<Record<string, Fault>> = {
  // The servers of the tests run without fsync on purpose.
  'durability.off': async ({ admin }) => [await checkDurability(admin, 'main')],
  'damage.damaged': async () => {
    const torn = { query: async () => ({ rows: [{ failures: 2 }] }) } as unknown as pg.Client;
    return [await checkDamage(torn, 'main')];
  },
  'rowSecurity.open': inDatabase('alter table serai.client no force row level security'),
  'definers.unknown': inDatabase('alter function serai.session_centre() reset search_path'),
  'views.open': inDatabase('create view serai.everyone as select id from serai.client'),
  'roles.mighty': inDatabase('alter role serai_reader bypassrls'),
  'memberships.extra': inDatabase('grant serai_auth to serai_app'),
  'creation.may': inDatabase('grant create on schema serai to serai_app'),
  'grants.readerWrites': inDatabase('grant update on serai.client to serai_reader'),
  'grants.auditChanges': inDatabase('grant delete on serai.audit_event to serai_app'),
  'modes.open': async ({ config }) => {
    chmodSync(config.keyFile, 0o644);
    const found = await checkModes(config);
    chmodSync(config.keyFile, 0o600);
    return [found];
  },
  'keyFile.missing': async ({ config }) => [
    await checkKeyFile({ ...config, keyFile: join(config.dataDir, '../lost.key') }),
  ],
  'keyFile.inside': async ({ config }) => {
    const keyFile = join(config.dataDir, 'root.key');
    writeFileSync(keyFile, 'key', { mode: 0o600 });
    const found = await checkKeyFile({ ...config, keyFile });
    rmSync(keyFile);
    return [found];
  },
  'keyFile.sameDisk': async ({ config }) => [await checkKeyFile(config)],
  'unlock.keyLeft': async ({ config }) => {
    writeUnlockMode(config.dataDir, { mode: 'person', people: 1 });
    const found = await checkKeyFile(config);
    rmSync(join(config.dataDir, 'unlock.json'));
    return [found];
  },
  'keyStore.together': ({ config }) => [checkKeyStore(config, { main: '7', keys: '7' })],
  'backup.external': async ({ config, now }) => [
    await checkBackupAge({ ...config, databaseUrl: 'postgres://a@db.example/serai' }, now),
  ],
  'backup.never': async ({ config, now }) => {
    const kept = join(config.dataDir, 'last-backup.json');
    if (existsSync(kept)) renameSync(kept, `${kept}.away`);
    return [await checkBackupAge(config, now)];
  },
  'backup.old': lastBackup('2026-03-01T12:00:00Z'),
  'backup.elsewhere': lastBackup('2026-03-20T08:00:00Z', false),
  'restoreProof.notYet': drills([], 3),
  'restoreProof.never': drills([]),
  'restoreProof.old': drills([{ days: 9 }]),
  'restoreProof.failed': drills([{ days: 4 }, { days: 1, step: 'logs' }]),
  'restoreProof.external': async (bed) =>
    drills([])({ ...bed, config: { ...bed.config, databaseUrl: 'postgres://a@db.example/serai' } }),
  'places.none': places(),
  'places.missing': places('backup.target-absent'),
  'recoverySheet.none': ({ config }) => {
    rmSync(join(config.dataDir, 'recovery.json'), { force: true });
    return [checkRecoverySheet(config, true)];
  },
  'recoverySheet.notConfirmed': ({ config }) => {
    writeFileSync(join(config.dataDir, 'recovery.json'), '{}', { mode: 0o600 });
    return [checkRecoverySheet(config, false)];
  },
  'transport.plain': () => [checkTransport('http://10.1.2.3:4380', {})],
  'program.changed': async ({ programDir }) => {
    const file = join(programDir, 'app/planted.ts');
    mkdirSync(join(programDir, 'app'), { recursive: true });
    writeFileSync(file, 'planted');
    const found = await checkProgram(programDir);
    rmSync(file);
    return found;
  },
  'program.noManifest': async ({ programDir }) => {
    renameSync(join(programDir, 'build/manifest.json'), join(programDir, 'build/away.json'));
    const found = await checkProgram(programDir);
    renameSync(join(programDir, 'build/away.json'), join(programDir, 'build/manifest.json'));
    return found;
  },
  'packages.foreign': async ({ programDir }) => {
    mkdirSync(join(programDir, 'node_modules'), { recursive: true });
    const lock = join(programDir, 'node_modules/.package-lock.json');
    writeFileSync(lock, '{"packages":{"node_modules/one":{"version":"6.6.6","dev":true}}}');
    const found = await checkProgram(programDir);
    rmSync(lock);
    return found;
  },
  'programModes.open': async ({ programDir }) => {
    chmodSync(join(programDir, 'build'), 0o777);
    const found = await checkProgram(programDir);
    chmodSync(join(programDir, 'build'), 0o755);
    return found;
  },
  'node.other': machine({ nodeVersion: '20.1.0' }),
  'user.root': machine({ userId: 0 }),
  'coreDumps.on': machine({ coreLimit: 'unlimited' }),
  'coreDumps.unknown': machine({ coreLimit: undefined }),
  'coreDumps.piped': machine({ corePattern: '|/usr/share/apport/apport -p%p' }),
  'swap.open': machine({ swaps: [{ name: '/swapfile', safe: false }] }),
  'disk.low': machine({ disk: { free: 4e9, total: 1e11 } }),
  'disk.full': machine({ disk: { free: 4e8, total: 1e11 } }),
  'disk.unknown': machine({ disk: undefined }),
  'clock.early': machine({}, '2000-01-01T00:04:00Z'),
  'clock.wentBack': machine({}, '2026-03-10T09:00:00Z', '2026-03-12T00:00:00Z'),
  'clock.alone': machine({ clockSynchronised: false }),
};
