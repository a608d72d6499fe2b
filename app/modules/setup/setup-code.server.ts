import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type House, newToken } from '#platform/house.server.ts';
import type { SetupTables } from './setup.tables.server.ts';

/** Minutes without a step after which the address from the console no longer opens the set-up. */
export const setupMinutes = 30;

const hashCode = (code: string): Buffer => createHash('sha256').update(code).digest();
const expiry = (now: Date): Date => new Date(now.getTime() + setupMinutes * 60_000);

/**
 * A one-time code for the guided set-up, for the console; earlier codes are void.
 * @returns undefined once the house has been set up
 */
export async function createSetupCode(house: House): Promise<string | undefined> {
  const database: Kysely<SetupTables> = house.databases.auth;
  return database.transaction().execute(async (tx) => {
    const open = await tx
      .selectFrom('house')
      .select('id')
      .where('setup_completed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!open) return undefined;
    const now = house.clock.now();
    const code = newToken();
    await tx.deleteFrom('setup_code').execute();
    await tx
      .insertInto('setup_code')
      .values({ token_hash: hashCode(code), created_at: now, expires_at: expiry(now) })
      .execute();
    return code;
  });
}

/** Is this the valid code of a house that is still to be set up? */
export async function isSetupCode(database: Kysely<SetupTables>, code: string, now: Date): Promise<boolean> {
  if (code.length < 20 || code.length > 200) return false;
  const found = await database
    .selectFrom('setup_code')
    .innerJoin('house', (join) => join.on('house.setup_completed_at', 'is', null))
    .where('setup_code.token_hash', '=', hashCode(code))
    .where('setup_code.expires_at', '>', now)
    .select('setup_code.expires_at')
    .executeTakeFirst();
  return found !== undefined;
}

/** Somebody is at work: the half hour starts again with every step that is saved. */
export async function prolongSetupCode(
  database: Kysely<SetupTables>,
  code: string,
  now: Date,
): Promise<void> {
  await database
    .updateTable('setup_code')
    .set({ expires_at: expiry(now) })
    .where('token_hash', '=', hashCode(code))
    .execute();
}
