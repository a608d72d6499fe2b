import { randomFillSync } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, fstatSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Kysely } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { writeKeyFile } from '#platform/vault/root-key.server.ts';
import { readUnlockMode, type UnlockMode, writeUnlockMode } from '#platform/vault/unlock-mode.server.ts';
import { withRootBytes } from './grant.server.ts';
import type { SealingTables } from './sealing.tables.server.ts';

/**
 * Makes the machine what was chosen: the file that says how the house opens, and the key file, which exists in mode
 * "automatic" only. In mode "person" nothing happens before somebody can open the house and the sheet was proven: the
 * choice waits, as after the guided set-up for the coordinator's first sign-in. Doing it again changes nothing.
 * @returns whether the machine is as chosen
 */
export async function carryOutChoice(house: House): Promise<boolean> {
  if (house.vault.isSealed) return false;
  const database: Kysely<SealingTables> = house.databases.auth;
  const choice = await database.selectFrom('unlock_choice').selectAll().executeTakeFirst();
  if (!choice) return true;
  const chosen = { mode: choice.mode, people: choice.people === 2 ? 2 : 1 } as const;
  const { dataDir, keyFile } = house.config;
  if (chosen.mode === 'person') {
    if (!(await mayGoWithoutKeyFile(database, chosen.people))) return false;
    // A file that is not there lies on a stick that somebody pulled out: it would open the house for ever after.
    if (readUnlockMode(dataDir).mode === 'automatic' && !existsSync(keyFile)) return false;
    // First the word, then the deed: a house that says "person" opens by no key file, should one still be there.
    sayMode(dataDir, chosen);
    destroyKeyFile(keyFile);
  } else {
    if (!existsSync(keyFile)) await withRootBytes(house, (root) => writeKeyFile(keyFile, root));
    sayMode(dataDir, chosen);
  }
  if (!choice.carried_out_at)
    await database.updateTable('unlock_choice').set({ carried_out_at: house.clock.now() }).execute();
  return true;
}

function sayMode(dataDir: string, chosen: UnlockMode): void {
  const now = readUnlockMode(dataDir);
  if (now.mode !== chosen.mode || now.people !== chosen.people) writeUnlockMode(dataDir, chosen);
}

/** Enough people, and a sheet that somebody holds: otherwise the next power cut would close the house for ever. */
async function mayGoWithoutKeyFile(database: Kysely<SealingTables>, people: number): Promise<boolean> {
  const house = await database.selectFrom('house').select('recovery_confirmed_at').executeTakeFirst();
  const { keepers } = await database
    .selectFrom('unlock_person')
    .where('granted', 'is not', null)
    .select(({ fn }) => fn.countAll<string>().as('keepers'))
    .executeTakeFirstOrThrow();
  return Boolean(house?.recovery_confirmed_at) && Number(keepers) >= people;
}

/**
 * Overwrites the key file and takes it away, so that it is gone after a power cut too. A flash disk may keep the old
 * block until it needs it; the page that offers this says so.
 */
export function destroyKeyFile(path: string): void {
  if (!existsSync(path)) return;
  const handle = openSync(path, 'r+');
  try {
    const { size } = fstatSync(handle);
    writeSync(handle, randomFillSync(Buffer.alloc(Math.max(size, 64))), 0, undefined, 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
