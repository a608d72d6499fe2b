import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissions } from '#app/permissions.ts';
import { openTestCentre } from '#modules/staff/staff.testing.ts';
import { makeScratch, openEmbeddedHouse } from '#server/cli/embedded-house.testing.ts';
import { openHouse } from '../house.server.ts';
import { createLog } from '../log.server.ts';
import { composePolicy } from '../policy/policy.ts';
import type { TestHouse } from '../testing/test-house.server.ts';
import { lookAfter, newMemory } from './run-backups.server.ts';

// The house looks after its copies by itself: whole copies and trials in processes of their own, the log in between.

const scratch = makeScratch();
const dataDir = scratch.path('house');
let house: TestHouse;
const memory = newMemory();

beforeAll(async () => {
  house = await openEmbeddedHouse(dataDir);
  await openTestCentre(house);
}, 120_000);
afterAll(async () => {
  await memory.stop?.();
  await house.close();
  scratch.remove();
});

/** Until the process beside the house has ended. */
async function settled(): Promise<void> {
  while (memory.running) await sleep(100);
}

test('a new house makes its first copy, carries its log, and proves the copy, without being asked', async () => {
  await lookAfter(house, memory);
  expect(memory.running).toBe('copy');
  await settled();
  const runs = await house.admin.query('select problem, bytes from serai.backup_run');
  expect(runs.rows).toEqual([{ problem: null, bytes: expect.anything() }]);
  await lookAfter(house, memory);
  expect(memory.running).toBe('drill');
  await settled();
  const drills = await house.admin.query('select problem, logs from serai.restore_drill');
  expect(drills.rows).toEqual([{ problem: null, logs: expect.anything() }]);
  expect(readdirSync(scratch.path('house-backups', 'records', 'log'))).toHaveLength(1);
  await lookAfter(house, memory);
  expect(memory.running).toBeUndefined();
}, 180_000);

test('a trial that is broken off ends with the house, and leaves no database running', async () => {
  await house.admin.query('update serai.backup_plan set drill_wanted_at = $1', [house.clock.now()]);
  house.clock.advance(1);
  await lookAfter(house, memory);
  expect(memory.running).toBe('drill');
  await memory.stop?.();
  expect(memory.running).toBeUndefined();
}, 120_000);

test('a sealed house is copied, and its trial waits for the key', async () => {
  await house.close();
  const sealed = await openHouse(house.config, {
    policy: composePolicy(permissions),
    log: createLog('silent'),
    sealed: true,
  });
  const other = newMemory();
  try {
    await lookAfter(sealed, other);
    // The trial that was asked for above is due: nobody has unlocked the house.
    expect(other.running).toBeUndefined();
    const files = readdirSync(scratch.path('house-backups', 'records'), { recursive: true });
    expect(files.filter((name) => String(name).startsWith('log')).length).toBeGreaterThan(1);
    expect(existsSync(scratch.path('house', 'backup-recipients.json'))).toBe(true);
  } finally {
    await other.stop?.();
    await sealed.close();
    house = await openEmbeddedHouse(dataDir);
  }
}, 120_000);
