import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import { headerSize } from '#platform/backup/backup-header.server.ts';
import { backupKeyOf } from '#platform/backup/backup-key.server.ts';
import { recipientsOf } from '#platform/backup/backup-recipients.server.ts';
import { folderTarget } from '#platform/backup/folder-target.server.ts';
import { asSuperuser } from '#platform/backup/superuser.server.ts';
import { unpackFile } from '#platform/backup/unpack.server.ts';
import { writePart } from '#platform/backup/write-part.server.ts';
import { openKeyFile } from '#platform/vault/root-key.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { makeScratch, openEmbeddedHouse, runSerai } from './embedded-house.testing.ts';

// The trial beside a working house: proven, and red for each thing that can be wrong with a copy.

const scratch = makeScratch();
const home = { SERAI_DATA_DIR: scratch.path('house') };
let house: TestHouse;

beforeAll(async () => {
  house = await openEmbeddedHouse(home.SERAI_DATA_DIR);
  const centre = await openTestCentre(house);
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  await registerTestClient(house, actor, { names: [{ given: 'Somebody', family: 'Testfamily' }] });
}, 120_000);
afterAll(async () => {
  await house.close();
  scratch.remove();
});

const drills = async () =>
  (await house.admin.query('select step, problem, rows, until_at from serai.restore_drill order by ended_at'))
    .rows;
const copyOf = (part: 'records' | 'keys') => {
  const folder = scratch.path('house-backups', part);
  const name =
    readdirSync(folder)
      .filter((each) => each.endsWith('.bak'))
      .sort()
      .at(-1) ?? '';
  return join(folder, name);
};

test('without a copy there is nothing to prove, and that is written down', async () => {
  const said = await runSerai(['prove-restore'], home);
  expect(said.code).toBe(3);
  expect((await drills()).at(-1)).toMatchObject({ problem: 'restore.nothing-found', step: 'copies' });
}, 120_000);

test('beside the working house the newest copies come back, and nothing is left of the trial', async () => {
  expect((await runSerai(['backup'], home)).text).toContain('Backup written');
  const said = await runSerai(['prove-restore'], home);
  expect(said.text).toContain('everything is there');
  expect((await drills()).at(-1)).toMatchObject({ problem: null, rows: expect.any(Number) });
  expect(existsSync(join(home.SERAI_DATA_DIR, 'backup-drill'))).toBe(false);
}, 120_000);

test('a flipped byte turns the trial red', async () => {
  const file = copyOf('records');
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(headerSize + 5_000) ^ 1, headerSize + 5_000);
  writeFileSync(file, bytes);
  expect((await runSerai(['prove-restore'], home)).code).toBe(3);
  expect((await drills()).at(-1)).toMatchObject({ problem: 'restore.damaged', step: 'copies' });
}, 120_000);

/** The newest copy of the records, sealed anew by the house itself with another count in it: as if a row were lost. */
async function recount(table: string, by: number): Promise<void> {
  const file = copyOf('records');
  const root = openKeyFile(house.config.keyFile, false);
  const unpacked = scratch.path('unpacked');
  mkdirSync(unpacked);
  const target = folderTarget({ folder: dirname(file) });
  const { about } = await unpackFile({
    target,
    name: basename(file),
    part: 'records',
    root,
    dataDir: unpacked,
  });
  if (about.snapshot) about.snapshot.rows[table] = (about.snapshot.rows[table] ?? 0) + by;
  const { records: recipient, sign } = await recipientsOf(about.title.houseId, backupKeyOf(root));
  rmSync(file);
  await writePart({
    file,
    about: () => about,
    recipient,
    signKey: Buffer.from(sign, 'base64'),
    entries: readdirSync(unpacked, { recursive: true, withFileTypes: true }).map((entry) => {
      const source = join(entry.parentPath, entry.name);
      const path = relative(unpacked, source);
      return entry.isDirectory()
        ? { kind: 'directory' as const, path, mode: 0o700 }
        : { kind: 'file' as const, path, source, mode: 0o600 };
    }),
  });
}

test('a table that comes back short of rows turns the trial red', async () => {
  expect((await runSerai(['backup'], home)).text).toContain('Backup written');
  await recount('client', 1);
  expect((await runSerai(['prove-restore'], home)).text).toContain('client');
  expect((await drills()).at(-1)).toMatchObject({ problem: 'restore.not-the-same', step: 'mark' });
}, 120_000);

test('an index that does not fit its table turns the trial red', async () => {
  await asSuperuser(home.SERAI_DATA_DIR, 'main', async (client) => {
    await client.query('create table serai.planted_index (id int primary key, word text)');
    await client.query("insert into serai.planted_index select n, 'w' || n from generate_series(1, 500) n");
    await client.query('create index planted_crooked on serai.planted_index (word)');
    // From now on the index is read as one in the other order: what PostgreSQL itself would never write.
    await client.query(
      `update pg_index set indoption = '3' where indexrelid = 'serai.planted_crooked'::regclass`,
    );
  });
  try {
    expect((await runSerai(['backup'], home)).text).toContain('Backup written');
    expect((await runSerai(['prove-restore'], home)).text).toContain('planted_crooked');
    expect((await drills()).at(-1)).toMatchObject({ problem: 'restore.corrupt', step: 'indexes' });
  } finally {
    await asSuperuser(home.SERAI_DATA_DIR, 'main', (client) =>
      client.query('drop table serai.planted_index'),
    );
  }
}, 120_000);

test('a broken audit chain turns the trial red', async () => {
  await asSuperuser(home.SERAI_DATA_DIR, 'main', (client) =>
    client.query(`update serai.audit_event set action = 'client.view' where seq = 2`),
  );
  expect((await runSerai(['backup'], home)).text).toContain('Backup written');
  expect((await runSerai(['prove-restore'], home)).code).toBe(3);
  expect((await drills()).at(-1)).toMatchObject({ problem: 'restore.audit-broken', step: 'audit' });
}, 120_000);
