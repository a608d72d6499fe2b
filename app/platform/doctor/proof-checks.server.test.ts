import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.server.ts';
import { checkPlaces } from './backup-checks.server.ts';
import { checkRestoreProof } from './restore-check.server.ts';

let house: TestHouse;
let main: pg.PoolClient;

beforeAll(async () => {
  house = await openTestHouse();
  main = await house.admin.connect();
});
afterAll(async () => {
  main.release();
  await house.close();
});

/** The house is old enough for a week to be missing. */
const look = () => checkRestoreProof(main, house.config, house.clock.now(), new Date('2026-01-01T00:00:00Z'));
const places = () => checkPlaces(house.config, main);
const drilled = (daysAgo: number, problem: string | null) =>
  main.query(
    `insert into serai.restore_drill (id, started_at, ended_at, until_at, step, problem) values (gen_random_uuid(), $1, $1, $2, $3, $4)`,
    [
      new Date(house.clock.now().getTime() - daysAgo * 24 * 3_600_000),
      problem === null ? house.clock.now() : null,
      problem && 'copies',
      problem,
    ],
  );

test('no proof, an old proof and a failed trial are dangers; a young proof is well', async () => {
  expect(await look()).toMatchObject({ level: 'danger', code: 'never' });
  await drilled(8, null);
  expect(await look()).toMatchObject({ level: 'danger', code: 'old', params: { days: '8' } });
  await drilled(3, null);
  expect(await look()).toMatchObject({ level: 'ok' });
  await drilled(1, 'restore.damaged');
  expect(await look()).toMatchObject({
    level: 'danger',
    code: 'failed',
    params: { step: 'copies' },
  });
});

test('no place, and a place that is away, ask for attention', async () => {
  expect(await places()).toMatchObject({ level: 'attention', code: 'none' });
  await main.query(
    `insert into serai.backup_target (id, part, kind, place, added_at, added_by) values (gen_random_uuid(), 'keys', 'folder', '/media/keys', now(), gen_random_uuid())`,
  );
  expect(await places()).toMatchObject({ level: 'ok' });
  await main.query(`update serai.backup_target set problem = 'backup.target-absent'`);
  expect(await places()).toMatchObject({
    level: 'attention',
    code: 'missing',
    params: { names: '/media/keys' },
  });
});
