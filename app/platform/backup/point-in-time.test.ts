import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import type { StaffActor } from '../actor.ts';
import { openKeyFile } from '../vault/root-key.server.ts';
import { makeScratch, openEmbeddedHouse } from '#server/cli/embedded-house.testing.ts';
import type { TestHouse } from '../testing/test-house.server.ts';
import { backupKeyOf, ledgerKey } from './backup-key.server.ts';
import { testTargets, testVersions } from './backups.testing.ts';
import { readBackupRecipients, writeBackupRecipients } from './backup-recipients.server.ts';
import { carryQueue } from './carry-queue.server.ts';
import { chooseCopies } from './choose-copies.server.ts';
import { encodeLedger, keepErasureLedger, ledgerName, readLedger } from './erasure-ledger.server.ts';
import { keepHouseSafe } from './keep-house-safe.server.ts';
import { restoreHouse, type RestoreProof } from './restore-house.server.ts';
import { sealLog } from './seal-log.server.ts';
import { sealStored } from './seal-stored.server.ts';

// One small house for the whole file: a copy in the middle of its work, people before and after it, one of them erased.

const scratch = makeScratch();
const dataDir = scratch.path('house');
const copies = scratch.path('copies');
const targets = testTargets(copies);
const known = new Map<string, Set<string>>();
let house: TestHouse;
let counsellor: StaffActor;
let root: Buffer;
let erased: string;
let late: string;
let between: Date;
let fileId: string;

const register = async (given: string) =>
  (await registerTestClient(house, counsellor, { names: [{ given, family: 'Testfamily' }] })).clientId;

/** What the house does by itself every minute. */
async function look() {
  const options = {
    dataDir,
    recipients: await readBackupRecipients(dataDir),
    versions: testVersions,
    now: () => new Date(),
  };
  for (const part of ['records', 'keys'] as const) await sealLog({ ...options, part });
  await sealStored(options);
  for (const part of ['keys', 'records'] as const) await carryQueue(dataDir, part, [targets[part]], known);
}

beforeAll(async () => {
  house = await openEmbeddedHouse(dataDir);
  root = openKeyFile(house.config.keyFile, false);
  const centre = await openTestCentre(house);
  counsellor = (await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0])).actor;
  erased = await register('Erased');
  await writeBackupRecipients(house);
  await keepErasureLedger(house);
  await look();
  await keepHouseSafe({ dataDir, versions: testVersions, unseal: undefined, now: () => new Date(), targets });
  await register('Early');
  fileId = (await house.files.put(Buffer.from('a paper'), { keyId: erased, kind: 'test' })).id;
  await look();
  await sleep(1_100);
  between = new Date();
  await sleep(1_100);
  late = await register('Late');
  await house.vault.keys.shred(erased);
  await keepErasureLedger(house);
  await look();
}, 120_000);
afterAll(async () => {
  await house.close();
  scratch.remove();
});

async function restore(name: string, at?: Date): Promise<RestoreProof> {
  const chosen = await chooseCopies({ targets, versions: testVersions, ...(at && { at }) });
  return restoreHouse({ dataDir: scratch.path(name), chosen, root });
}

/** The ids of everybody on file in a restored house, and who of them has a key. */
async function peopleIn(name: string): Promise<{ ids: string[]; readable: string[] }> {
  rmSync(scratch.path(name, 'restore-unfinished'));
  const other = await openEmbeddedHouse(scratch.path(name));
  try {
    const { rows } = await other.admin.query<{ id: string }>('select id from serai.client');
    const ids = rows.map(({ id }) => id);
    const keys = await other.keysAdmin.query<{ id: string }>(
      'select id from serai.wrapped_key where wrapped is not null and id = any($1::uuid[])',
      [ids],
    );
    return { ids, readable: keys.rows.map(({ id }) => id) };
  } finally {
    await other.close();
  }
}

function writeKeyFile(name: string): void {
  mkdirSync(scratch.path(`${name}-keys`));
  writeFileSync(scratch.path(`${name}-keys`, 'root.key'), `${root.toString('base64')}\n`, { mode: 0o600 });
}

describe('a restore turns red', () => {
  const logs = () => {
    const folder = join(copies, 'records', 'log');
    const [line = ''] = readdirSync(folder);
    return readdirSync(join(folder, line))
      .sort()
      .map((name) => join(folder, line, name));
  };
  /** Breaks a file on purpose, and puts it right again. */
  async function broken(file: string, text: string | Buffer | undefined): Promise<unknown> {
    const before = readFileSync(file);
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    try {
      return await restore('red').catch((error: unknown) => error);
    } finally {
      writeFileSync(file, before);
    }
  }
  const ledgers = () =>
    (['records', 'keys'] as const).map((part) => join(copies, part, ledgerName(house.id)));

  test('when a file of the log is missing between others', async () => {
    const all = logs();
    expect(all.length).toBeGreaterThanOrEqual(3);
    expect(await broken(all.at(-2) ?? '', undefined)).toMatchObject({
      code: 'restore.log-gap',
      params: { step: 'logs' },
    });
  });

  test('when a file of the log was changed by one bit', async () => {
    const file = logs().at(-1) ?? '';
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 10) ^ 1, bytes.length - 10);
    expect(await broken(file, bytes)).toMatchObject({ code: 'restore.damaged' });
  });

  test('when somebody else put a file among the copies', async () => {
    const file = logs().at(-1) ?? '';
    const text = readFileSync(file).toString('latin1').replace('"mark": "', '"mark": "0');
    expect(await broken(file, Buffer.from(text.replace(/ \n/, '\n'), 'latin1'))).toMatchObject({
      code: expect.stringMatching(/restore\.(foreign|damaged|not-a-backup)/),
    });
  });

  test('when the list of erasures is gone, forged, or an older one', async () => {
    const [one = '', two = ''] = ledgers();
    const [first, second] = [readFileSync(one), readFileSync(two)];
    try {
      rmSync(one);
      rmSync(two);
      expect(await restore('red').catch((error: unknown) => error)).toMatchObject({
        code: 'restore.ledger-missing',
      });
      const empty = { houseId: house.id, erased: { person: {}, contact: {} } };
      writeFileSync(one, encodeLedger(empty, Buffer.alloc(32, 1)));
      expect(await restore('red').catch((error: unknown) => error)).toMatchObject({
        code: 'restore.ledger-broken',
      });
      // Really this house's, and from before the erasure that the copy of the keys knows of.
      writeFileSync(one, encodeLedger(empty, ledgerKey(backupKeyOf(root))));
      expect(await restore('red').catch((error: unknown) => error)).toMatchObject({
        code: 'restore.ledger-old',
      });
    } finally {
      writeFileSync(one, first);
      writeFileSync(two, second);
    }
  });

  test('when the key is another one', async () => {
    const chosen = await chooseCopies({ targets, versions: testVersions });
    await expect(
      restoreHouse({ dataDir: scratch.path('red'), chosen, root: Buffer.alloc(32, 3) }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/ledger-broken|foreign/) });
    expect(readdirSync(scratch.path('red'))).toEqual([]);
  });
});

test('to the newest moment: everybody is there, and whoever was erased has no key', async () => {
  const proof = await restore('newest');
  expect(proof.logs).toBeGreaterThanOrEqual(2);
  expect(proof.audit.findings).toEqual([]);
  writeKeyFile('newest');
  expect(readdirSync(join(scratch.path('newest'), 'files', fileId.slice(0, 2)))).toEqual([fileId]);
  const { ids, readable } = await peopleIn('newest');
  expect(ids).toHaveLength(3);
  expect(readable).toContain(late);
  expect(readable).not.toContain(erased);
}, 60_000);

test('to a moment: what was saved before it is there, what came after is not, and nobody who was erased comes back', async () => {
  const proof = await restore('moment', between);
  expect(proof.until).toEqual(between);
  writeKeyFile('moment');
  const { ids, readable } = await peopleIn('moment');
  expect(ids).toHaveLength(2);
  expect(ids).not.toContain(late);
  expect(readable).toHaveLength(1);
  expect(readable).not.toContain(erased);
}, 60_000);

test('the ledger beside the copies knows who was erased', async () => {
  const found = await readLedger(join(copies, 'keys'), house.id, ledgerKey(backupKeyOf(root)));
  expect(JSON.stringify(found)).toContain(erased);
});
