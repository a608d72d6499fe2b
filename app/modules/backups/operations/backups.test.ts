import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addNetworkAdministrator } from '#modules/network/network.testing.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import { openSecondCentre } from '../../../../checks/second-centre.testing.ts';
import { viewBackups } from '../queries/view-backups.query.server.ts';
import { addPlace } from './add-place.server.ts';
import { copyNow } from './copy-now.server.ts';
import { proveNow } from './prove-now.server.ts';
import { removePlace } from './remove-place.server.ts';
import { setPlan } from './set-plan.server.ts';

let house: TestHouse;
let coordinator: StaffActor;
let counsellor: StaffActor;
const disks: string[] = [];
const newDisk = () => {
  const disk = mkdtempSync(join(tmpdir(), 'serai-disk-'));
  disks.push(disk);
  return disk;
};
const bucket = {
  part: 'keys',
  kind: 'object',
  place: 'https://s3.storage.example/centre/',
  accessKeyId: 'AKEXAMPLE',
  secretAccessKey: 'very-secret-words',
} as const;

beforeAll(async () => {
  house = await openTestHouse();
  const centre = await openTestCentre(house);
  coordinator = { ...centre.coordinator.actor, steppedUpAt: house.clock.now() };
  counsellor = (await addTestStaff(house, coordinator, ['counsellor'], centre.siteIds[0])).actor;
});
afterAll(async () => {
  for (const disk of disks) rmSync(disk, { recursive: true, force: true });
  await house.close();
});

const folder = (place: string, part: 'records' | 'keys' = 'records') => ({
  part,
  kind: 'folder' as const,
  place,
});

describe('refused:', () => {
  test.each([
    ['to see the copies', () => read(house, viewBackups, counsellor, {})],
    [
      'to change the plan',
      () => execute(house, setPlan, counsellor, { hour: 1, daily: 1, weekly: 0, monthly: 0 }),
    ],
    ['to add a place', () => execute(house, addPlace, counsellor, folder(newDisk()))],
    ['to ask for a copy', () => execute(house, copyNow, counsellor, {})],
    ['to ask for a trial', () => execute(house, proveNow, counsellor, {})],
  ])('whoever does not answer for the machine asks %s', async (_what, act) => {
    await expect(act()).rejects.toMatchObject({ code: 'forbidden', status: 403 });
  });

  test('a place without a fresh proof of who asks', async () => {
    await expect(
      execute(house, addPlace, { ...coordinator, steppedUpAt: undefined }, folder(newDisk())),
    ).rejects.toMatchObject({ code: 'step-up.required' });
  });

  test.each([
    ['a path in pieces', 'backups', 'whole-path'],
    ['a folder that is not there', '/nowhere/at/all', 'no-folder'],
  ])('%s', async (_what, place, why) => {
    await expect(execute(house, addPlace, coordinator, folder(place))).rejects.toMatchObject({
      fields: [expect.objectContaining({ path: 'place', code: expect.stringContaining(why) })],
    });
  });

  test('a folder within the data', async () => {
    await expect(execute(house, addPlace, coordinator, folder(house.config.dataDir))).rejects.toMatchObject({
      fields: [expect.objectContaining({ path: 'place' })],
    });
  });

  test('a bucket without its name, or with a password in its address', async () => {
    for (const place of ['https://s3.storage.example/', 'https://who:what@s3.storage.example/b', 'ftp://b/c'])
      await expect(execute(house, addPlace, coordinator, { ...bucket, place })).rejects.toMatchObject({
        fields: [expect.objectContaining({ path: 'place' })],
      });
  });

  test('a plan that keeps keys longer than thirty days', async () => {
    await expect(
      execute(house, setPlan, coordinator, { hour: 1, daily: 31, weekly: 0, monthly: 0 }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });

  test('by the database itself: a role of the application writes no copy and no proof', async () => {
    for (const table of ['backup_run', 'restore_drill']) {
      const { rows } = await house.admin.query<{ may: boolean }>(
        `select has_table_privilege('serai_app', $1, 'insert, update, delete') as may`,
        [`serai.${table}`],
      );
      expect(rows[0]?.may, table).toBe(false);
    }
  });
});

test('another plan stands from now on', async () => {
  const plan = { hour: 3, daily: 10, weekly: 4, monthly: 6 };
  await execute(house, setPlan, coordinator, plan);
  expect((await read(house, viewBackups, coordinator, {})).plan).toEqual(plan);
});

test('a disk gets a mark by which it is known again', async () => {
  const disk = newDisk();
  await execute(house, addPlace, coordinator, { part: 'records', kind: 'disk', place: disk });
  expect(readdirSync(disk)).toEqual(['.serai-backup-disk']);
  const { rows } = await house.admin.query<{ disk_mark: string }>(
    'select disk_mark from serai.backup_target where place = $1',
    [disk],
  );
  expect(readFileSync(join(disk, '.serai-backup-disk'), 'utf8').trim()).toBe(rows[0]?.disk_mark);
});

test('records and keys do not go to one place', async () => {
  const disk = newDisk();
  await execute(house, addPlace, coordinator, folder(disk));
  await expect(execute(house, addPlace, coordinator, folder(disk, 'keys'))).rejects.toMatchObject({
    fields: [expect.objectContaining({ path: 'place' })],
  });
});

test('the secret of a bucket is sealed, and nobody is shown it', async () => {
  const { placeId } = await execute(house, addPlace, coordinator, bucket);
  const { rows } = await house.admin.query<{ secret: Buffer; place: string }>(
    'select secret, place from serai.backup_target where id = $1',
    [placeId],
  );
  expect(rows[0]?.place).toBe('https://s3.storage.example/centre');
  expect(rows[0]?.secret.includes(Buffer.from(bucket.secretAccessKey))).toBe(false);
  const seen = await read(house, viewBackups, coordinator, {});
  expect(JSON.stringify(seen)).not.toMatch(/AKEXAMPLE|very-secret/);
  expect(seen.places.map(({ id }) => id)).toContain(placeId);
  await execute(house, removePlace, coordinator, { placeId });
  expect((await read(house, viewBackups, coordinator, {})).places.map(({ id }) => id)).not.toContain(placeId);
  await expect(execute(house, removePlace, coordinator, { placeId })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a wish for a copy or a trial stands until it was fulfilled', async () => {
  await execute(house, copyNow, coordinator, {});
  await execute(house, proveNow, coordinator, {});
  expect(await read(house, viewBackups, coordinator, {})).toMatchObject({
    copyAsked: true,
    proofAsked: true,
    state: { tone: 'red', days: null },
    lastCopy: null,
  });
});

test('the sign turns red when the last proof is eight days old, and says where the newest trial failed', async () => {
  const at = (days: number) => new Date(house.clock.now().getTime() - days * 24 * 3_600_000);
  const note = (days: number, problem: string | null) =>
    house.admin.query(
      `insert into serai.restore_drill (id, started_at, ended_at, until_at, step, problem) values (gen_random_uuid(), $1, $1, $2, $3, $4)`,
      [at(days), problem === null ? at(days) : null, problem && 'logs', problem],
    );
  await note(7, null);
  expect((await read(house, viewBackups, coordinator, {})).state).toEqual({ tone: 'well', days: 7 });
  house.clock.advance(24 * 3_600_000);
  await note(0, 'restore.log-gap');
  expect(await read(house, viewBackups, coordinator, {})).toMatchObject({
    state: { tone: 'red', days: 8 },
    failed: { step: 'logs', problem: 'restore.log-gap' },
  });
});

test('in a house of several centres only whoever administers the network decides about the copies of all', async () => {
  const own = { ...coordinator, steppedUpAt: house.clock.now() };
  const { placeId } = await execute(house, addPlace, own, {
    ...bucket,
    place: `${bucket.place}both`,
  });
  const plan = { hour: 3, daily: 7, weekly: 4, monthly: 6 };
  const administrator = (await addNetworkAdministrator(house, own)).actor;
  const neighbour = (await openSecondCentre(house)).coordinator.actor;
  for (const actor of [own, { ...neighbour, steppedUpAt: house.clock.now() }])
    for (const act of [
      () => execute(house, addPlace, actor, folder(newDisk())),
      () => execute(house, removePlace, actor, { placeId }),
      () => execute(house, setPlan, actor, plan),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'backup.not-yours', status: 403 });
  expect((await read(house, viewBackups, coordinator, {})).places.map(({ id }) => id)).toContain(placeId);
  await execute(house, setPlan, administrator, plan);
  await execute(house, removePlace, administrator, { placeId });
});
