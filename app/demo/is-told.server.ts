import { sql } from 'kysely';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';

/**
 * Whether the centre has such rows already: a seeding that is called again leaves what was told. Looked at without
 * reading a record, so that nothing is written about the look.
 */
export const isTold = (
  house: House,
  { sessionToken }: StaffActor,
  table: 'client_merge' | 'duplicate_scan' | 'register_import' | 'release',
): Promise<boolean> =>
  house.databases.reader.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${sessionToken}, true)`.execute(tx);
    const { rows } = await sql<{
      told: boolean;
    }>`select exists (select from ${sql.table(table)}) as told`.execute(tx);
    return rows[0]?.told === true;
  });
