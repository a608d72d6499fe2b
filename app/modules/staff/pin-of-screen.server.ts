import type { Kysely } from 'kysely';
import type { StaffActor } from '#platform/actor.ts';
import type { Web } from '#platform/web/web-context.ts';
import { deviceTokenOf } from './browser-session.server.ts';
import { pinTries } from './pin.ts';
import { hashToken } from './session.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/**
 * Can this locked screen be resumed by a PIN? Asked by the page in front of the lock, where no query can be:
 * whoever is locked out reads nothing.
 */
export async function pinOfScreen(web: Web, actor: StaffActor): Promise<'none' | 'set' | 'void'> {
  const database: Kysely<StaffTables> = web.house.databases.auth;
  const row = await database
    .selectFrom('staff_pin')
    .innerJoin('session', 'session.staff_id', 'staff_pin.staff_id')
    .where('session.id', '=', actor.sessionId)
    .where('session.device_hash', '=', hashToken(deviceTokenOf(web)))
    .select('staff_pin.failures')
    .executeTakeFirst();
  if (!row) return 'none';
  return row.failures >= pinTries ? 'void' : 'set';
}
