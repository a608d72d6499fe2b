import { type Kysely, sql } from 'kysely';
import type { StaffTables } from './staff.tables.server.ts';

/** How long the centre waits, and by which clock it tells the hour. */
export async function centreOf(
  tx: Kysely<StaffTables>,
  centreId: string,
): Promise<{ settings: Record<string, unknown>; timeZone: string }> {
  const { rows } = await sql<{ settings: Record<string, unknown>; timeZone: string }>`
    select settings, time_zone as "timeZone" from centre where id = ${centreId}`.execute(tx);
  return rows[0] ?? { settings: {}, timeZone: 'UTC' };
}
