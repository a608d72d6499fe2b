import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { makeRecoveryKey } from '#modules/setup/recovery-key.server.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import { encodeHeader, headerSize, readHeader } from '#platform/backup/backup-header.server.ts';
import { openObjectStore, testAccess, testRegion } from '#platform/backup/object-store.testing.ts';
import { openEmbeddedHouse, makeScratch, runSerai } from './embedded-house.testing.ts';

const scratch = makeScratch();
const home = { SERAI_DATA_DIR: scratch.path('old') };
/** Another machine: nothing is there yet. */
const newHome = (name: string) => ({ SERAI_DATA_DIR: scratch.path(name) });
const canary = { given: 'Zarmeen', family: 'Canarywala', phone: '0799555012' };

let recoveryKey: string;
let before: Record<string, unknown[]>;
let records: string;
let keys: string;

beforeAll(async () => {
  const house = await openEmbeddedHouse(home.SERAI_DATA_DIR);
  try {
    const centre = await openTestCentre(house);
    const counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
    await registerTestClient(house, counsellor.actor, {
      names: [{ given: canary.given, family: canary.family }],
      phones: [{ number: canary.phone, owner: 'own', safeToCall: true, safeToMessage: false }],
    });
    recoveryKey = makeRecoveryKey(house);
    before = await readRows(house.admin);
  } finally {
    await house.close();
  }
}, 120_000);
afterAll(() => scratch.remove());

/** Every row of every table, as text. */
async function readRows(admin: pg.Pool): Promise<Record<string, unknown[]>> {
  const tables = await admin.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'serai' order by 1",
  );
  const rows: Record<string, unknown[]> = {};
  for (const { tablename } of tables.rows) {
    rows[tablename] = (await admin.query(`select t::text as row from serai.${tablename} t order by 1`)).rows;
  }
  return rows;
}

const onlyCopy = (part: 'records' | 'keys') => {
  const folder = scratch.path('copies', part);
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.bak')) ?? '');
};

test('there is nothing to back up in an empty folder', async () => {
  const said = await runSerai(['backup'], newHome('nothing'));
  expect(said).toMatchObject({ code: 3, text: expect.stringContaining('nothing to back up') });
});

test('records and keys refuse to go into one folder, or into the data folder', async () => {
  const one = scratch.path('one');
  expect((await runSerai(['backup', '--to', one, '--keys-to', one], home)).text).toContain(
    'must not go into the same folder',
  );
  expect((await runSerai(['backup', '--to', join(home.SERAI_DATA_DIR, 'copies')], home)).text).toContain(
    'must not stand inside the data folder',
  );
  expect(readdirSync(one)).toEqual([]);
});

test('a backup refuses a key file of another house', async () => {
  const stranger = scratch.path('stranger.key');
  writeFileSync(stranger, `${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 });
  const said = await runSerai(['backup', '--to', scratch.path('copies')], {
    ...home,
    SERAI_KEY_FILE: stranger,
  });
  expect(said).toMatchObject({ code: 3, text: expect.stringContaining('belongs to another centre') });
});

test('a backup writes two files, apart, that name what they are and nothing else', async () => {
  const said = await runSerai(['backup', '--to', scratch.path('copies')], home);
  expect(said.text).toContain('Backup written and read back.');
  expect(said.code).toBe(0);
  records = onlyCopy('records');
  keys = onlyCopy('keys');
  const header = await readHeader(records);
  expect(header).toMatchObject({ part: 'records', postgres: '18' });
  expect(header.madeAt <= (await readHeader(keys)).madeAt).toBe(true);
  for (const folder of [records, keys])
    expect(readdirSync(join(folder, '..')).filter((name) => name.startsWith('erasures-'))).toHaveLength(1);
});

test('nobody can be found in the files, in any encoding', () => {
  for (const file of [records, keys]) {
    const bytes = readFileSync(file);
    for (const word of [canary.given, canary.family, canary.phone, 'Mina Test', 'Old Caravanserai']) {
      for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
        const needle =
          encoding === 'base64' || encoding === 'hex'
            ? Buffer.from(Buffer.from(word).toString(encoding))
            : Buffer.from(word, encoding);
        expect(bytes.includes(needle), `${word} in ${encoding}`).toBe(false);
      }
    }
  }
});

test('a wrong recovery key opens nothing and writes nothing', async () => {
  const there = newHome('wrong-key');
  const wrong = recoveryKey.replace(/^..../, recoveryKey.startsWith('AAAA') ? 'BBBB' : 'AAAA');
  const said = await runSerai(['restore', '--records', records, '--keys', keys], there, [wrong]);
  expect(said).toMatchObject({ code: 3, text: expect.stringContaining('not the recovery key of this copy') });
  expect(existsSync(there.SERAI_DATA_DIR)).toBe(false);
  const mistyped = await runSerai(['restore', '--records', records, '--keys', keys], there, ['not a key']);
  expect(mistyped.text).toContain('not the recovery key');
  expect(existsSync(there.SERAI_DATA_DIR)).toBe(false);
});

test('a restore refuses a folder that is used, a part in the place of the other, and what is no backup', async () => {
  expect((await runSerai(['restore', '--records', records, '--keys', keys], home)).text).toContain(
    'is not empty',
  );
  expect((await runSerai(['restore', '--records', keys, '--keys', keys], newHome('a'))).text).toContain(
    'is not the copy of the records',
  );
  expect(
    (await runSerai(['restore', '--records', import.meta.filename, '--keys', keys], newHome('a'))).text,
  ).toContain('is not a backup');
});

test('a restore refuses a copy with one byte changed, and one whose header was changed', async () => {
  const bytes = readFileSync(records);
  const flipped = scratch.path('flipped.bak');
  bytes.writeUInt8(bytes.readUInt8(headerSize + 5_000) ^ 1, headerSize + 5_000);
  writeFileSync(flipped, bytes);
  expect(
    (await runSerai(['restore', '--records', flipped, '--keys', keys], newHome('b'), [recoveryKey])).text,
  ).toContain('is damaged');

  const dressed = scratch.path('dressed.bak');
  cpSync(records, dressed);
  const header = await readHeader(records);
  const body = readFileSync(records).subarray(headerSize);
  writeFileSync(
    dressed,
    Buffer.concat([encodeHeader({ ...header, madeAt: '2020-01-01T00:00:00.000Z' }), body]),
  );
  const there = newHome('c');
  expect(
    (await runSerai(['restore', '--records', dressed, '--keys', keys], there, [recoveryKey])).text,
  ).toContain('was not written by this centre');
  expect(existsSync(there.SERAI_DATA_DIR)).toBe(false);
  expect(existsSync(`${there.SERAI_DATA_DIR}-keys/root.key`)).toBe(false);
});

test('keys that are older than the records are refused', async () => {
  const old = scratch.path('old-keys.bak');
  const header = await readHeader(keys);
  writeFileSync(
    old,
    Buffer.concat([
      encodeHeader({ ...header, madeAt: '2020-01-01T00:00:00.000Z' }),
      readFileSync(keys).subarray(headerSize),
    ]),
  );
  const said = await runSerai(['restore', '--records', records, '--keys', old], newHome('d'), [recoveryKey]);
  expect(said.text).toContain('older than the copy of the records');
});

test('on another machine the printed key brings back every row, proven', async () => {
  const there = newHome('new');
  const said = await runSerai(['restore', '--from', scratch.path('copies')], there, [
    recoveryKey.toLowerCase().replaceAll('-', ' '),
  ]);
  expect(said.text).toContain('Restored and checked.');
  expect(said.code).toBe(0);
  const house = await openEmbeddedHouse(there.SERAI_DATA_DIR);
  try {
    const after = await readRows(house.admin);
    // Copies write themselves down.
    for (const table of Object.keys(before).filter((name) => name !== 'backup_run'))
      expect(after[table], table).toEqual(before[table]);
    const { rows } = await house.admin.query<{ client_id: string; sealed: Buffer }>(
      'select client_id, sealed from serai.client_identity',
    );
    const opened = JSON.stringify(
      await house.vault.unseal(
        rows[0]?.client_id ?? '',
        { table: 'client_identity', column: 'sealed', row: rows[0]?.client_id ?? '' },
        rows[0]?.sealed ?? Buffer.alloc(0),
      ),
    );
    expect(opened).toContain(canary.family);
  } finally {
    await house.close();
  }
}, 120_000);

test('from a bucket too, with its access key and the printed one', async () => {
  const store = await openObjectStore();
  try {
    for (const part of ['records', 'keys'])
      for (const name of readdirSync(scratch.path('copies', part)))
        store.objects.set(`house/${name}`, readFileSync(scratch.path('copies', part, name)));
    const words = ['restore', '--from', store.url, '--region', testRegion];
    const there = newHome('from-bucket');
    const refused = await runSerai(words, there, [testAccess.accessKeyId, 'not its secret']);
    expect(refused).toMatchObject({ code: 3, text: expect.stringContaining('does not take') });
    const said = await runSerai(words, there, [
      testAccess.accessKeyId,
      testAccess.secretAccessKey,
      recoveryKey,
    ]);
    expect(said.text).toContain('Restored and checked.');
    expect(said.text).not.toContain(testAccess.secretAccessKey);
  } finally {
    await store.close();
  }
}, 120_000);

test('a restore that was broken off is not opened, and can be made again', async () => {
  const there = newHome('new');
  writeFileSync(join(there.SERAI_DATA_DIR, 'restore-unfinished'), '');
  expect((await runSerai(['verify-audit'], there)).text).toContain('holds half a restore');
  const again = await runSerai(['restore', '--from', scratch.path('copies')], there, []);
  expect(again.text).toContain('Restored and checked.');
}, 120_000);

test('a backup without the keys of somebody on file is not called restored', async () => {
  const there = newHome('lost-keys');
  const house = await openEmbeddedHouse(home.SERAI_DATA_DIR);
  await house.keysAdmin.query(
    "delete from serai.wrapped_key where id in (select id from serai.wrapped_key where kind = 'person')",
  );
  await house.close();
  await runSerai(['backup', '--to', scratch.path('poor')], home);
  const said = await runSerai(['restore', '--from', scratch.path('poor')], there, [recoveryKey]);
  expect(said).toMatchObject({ code: 3, text: expect.stringContaining('are not in the copy of the keys') });
  expect(readdirSync(there.SERAI_DATA_DIR)).toEqual([]);
}, 120_000);

test('copies of keys older than thirty days are thrown away, other files never', async () => {
  const folder = scratch.path('copies', 'keys');
  const header = await readHeader(keys);
  const old = join(folder, `keys-20200101-0000-${randomUUID().slice(0, 4)}.bak`);
  writeFileSync(
    old,
    Buffer.concat([encodeHeader({ ...header, madeAt: '2020-01-01T00:00:00.000Z' }), Buffer.alloc(10)]),
  );
  const other = join(folder, 'keys-of-another-house.bak');
  writeFileSync(
    other,
    Buffer.concat([
      encodeHeader({ ...header, houseId: randomUUID(), madeAt: '2020-01-01T00:00:00.000Z' }),
      Buffer.alloc(10),
    ]),
  );
  const stranger = join(folder, 'keys-notes.bak');
  writeFileSync(stranger, 'a list for the market');
  utimesSync(stranger, 0, 0);
  const leftOver = join(folder, 'keys-20200101-0000-aaaa.bak.partial');
  writeFileSync(leftOver, 'cut off');
  expect((await runSerai(['backup', '--to', scratch.path('copies')], home)).text).toContain('1 copy of keys');
  expect([old, leftOver].filter(existsSync)).toEqual([]);
  expect([keys, other, stranger].every(existsSync)).toBe(true);
}, 120_000);

test('a backup that is broken off leaves no file behind', async () => {
  const copies = scratch.path('broken-off');
  const running = runSerai(['backup', '--to', copies], home);
  while (!existsSync(join(copies, 'records')) || readdirSync(join(copies, 'records')).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
  process.emit('SIGTERM', 'SIGTERM');
  expect(await running).toMatchObject({ code: 130, text: expect.stringContaining('Broken off') });
  for (const part of ['records', 'keys'])
    expect(readdirSync(join(copies, part)).filter((name) => !name.startsWith('erasures-'))).toEqual([]);
}, 120_000);
