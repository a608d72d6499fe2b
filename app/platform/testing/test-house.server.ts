import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { permissions } from '#app/permissions.ts';
import { readConfig } from '../config.server.ts';
import type { Server, Servers } from '../database/servers.server.ts';
import { type Clock, type House, openHouse } from '../house.server.ts';
import { createLog } from '../log.server.ts';
import { composePolicy, type Policy } from '../policy/policy.ts';
import { castDatabase, dropDatabase } from './test-databases.server.ts';
import { type UnlockMode, writeUnlockMode } from '../vault/unlock-mode.server.ts';

/** A clock that a test turns by hand. */
export interface TestClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
}

export function createTestClock(start = '2026-03-10T09:00:00Z'): TestClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (instant) => void (now = new Date(instant)),
    advance: (milliseconds) => void (now = new Date(now.getTime() + milliseconds)),
  };
}

export interface TestHouse extends House {
  clock: TestClock;
  /** The superuser's door, for looking at rows as an attacker with the disk would; never for writing. */
  admin: pg.Pool;
  keysAdmin: pg.Pool;
}

/** A house that a test may find again as the next start of the program does. */
export interface ReopenableHouse extends TestHouse {
  /** The same house as the next start of the program finds it. Close it before this one. */
  reopen(options?: { sealed?: boolean }): Promise<TestHouse>;
  /** Chooses who opens the house, as a start finds the choice. */
  chooseUnlock(mode: UnlockMode): void;
}

interface TestHouseOptions {
  policy?: Policy;
  start?: string;
}

/** An empty house with databases of its own on the shared test servers. Close it after the test file. */
export async function openTestHouse(options: TestHouseOptions = {}): Promise<ReopenableHouse> {
  const shared = process.env['SERAI_TEST_SERVERS'];
  if (!shared) throw new Error('the test servers are not running: run the tests through vitest');
  const at = JSON.parse(shared) as Record<'main' | 'keys', { host: string; port: number; user: string }>;
  const suffix = randomUUID().slice(0, 8);
  const server = (name: 'main' | 'keys'): Server => ({
    admin: { ...at[name], database: 'postgres' },
    target: { host: at[name].host, port: at[name].port, database: `test_${name}_${suffix}` },
  });
  const servers: Servers = { main: server('main'), keys: server('keys'), stop: async () => {} };
  const dataDir = mkdtempSync(join(tmpdir(), 'serai-house-'));
  const clock = createTestClock(options.start);
  const config = readConfig({}, { dataDir, keyFile: join(dataDir, 'keys', 'root.key'), log: 'silent' });
  const start = async (sealed?: boolean) => {
    const started = await openHouse(config, {
      policy: options.policy ?? composePolicy(permissions),
      clock,
      log: createLog('silent'),
      servers,
      ...(sealed !== undefined && { sealed }),
    });
    // What opens a real house is made to be slow; in tests people sign in all the time.
    started.resources.set('unlock-cost', { memory: 1024, passes: 1, step: 50 });
    return started;
  };
  await Promise.all([castDatabase(servers.main, 'main'), castDatabase(servers.keys, 'keys')]);
  const house = await start();
  const admin = new pg.Pool({ ...at.main, database: servers.main.target.database, max: 2 });
  const keysAdmin = new pg.Pool({ ...at.keys, database: servers.keys.target.database, max: 2 });
  // Tests turn the house's clock by hand; the wall's clock stands still before all of it.
  await admin.query(
    `create or replace function serai.session_now() returns timestamptz language sql stable as $$ select timestamptz '2000-01-01' $$`,
  );
  const closeHouse = house.close.bind(house);
  const own = {
    clock,
    admin,
    keysAdmin,
    reopen: async (again: { sealed?: boolean } = {}): Promise<TestHouse> =>
      Object.assign(await start(again.sealed), { clock, admin, keysAdmin }),
    chooseUnlock: (mode: UnlockMode) => writeUnlockMode(dataDir, mode),
  };
  return Object.assign(house, own, {
    async close() {
      await admin.end();
      await keysAdmin.end();
      await closeHouse();
      await Promise.all([dropDatabase(servers.main), dropDatabase(servers.keys)]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
}
