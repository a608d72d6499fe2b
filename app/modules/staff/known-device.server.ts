import type { Kysely, Transaction } from 'kysely';
import { hashToken } from './session.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

const keptDevices = 20;

/** Was this browser used before by someone with this address? */
export async function isKnownDevice(
  database: Kysely<StaffTables>,
  emailHash: Buffer,
  deviceToken: string,
): Promise<boolean> {
  const found = await database
    .selectFrom('known_device')
    .innerJoin('staff_member', 'staff_member.id', 'known_device.staff_id')
    .where('known_device.token_hash', '=', hashToken(deviceToken))
    .where('staff_member.email_mac', '=', emailHash)
    .select('known_device.staff_id')
    .executeTakeFirst();
  return found !== undefined;
}

/** Keeps the hash of the browser's secret after a right sign-in; the longest unused make room. */
export async function rememberDevice(
  tx: Transaction<StaffTables>,
  staffId: string,
  { token, device = null }: { token: string; device?: string | null },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('known_device')
    .values({ token_hash: hashToken(token), staff_id: staffId, created_at: now, last_used_at: now, device })
    .onConflict((conflict) =>
      conflict.columns(['staff_id', 'token_hash']).doUpdateSet({ last_used_at: now, device }),
    )
    .execute();
  const stale = tx
    .selectFrom('known_device')
    .select('token_hash')
    .where('staff_id', '=', staffId)
    .orderBy('last_used_at', 'desc')
    .offset(keptDevices);
  await tx
    .deleteFrom('known_device')
    .where('staff_id', '=', staffId)
    .where('token_hash', 'in', stale)
    .execute();
}

/** Forgets every browser of a person: after a lost device nothing of it may count. */
export async function forgetDevices(tx: Transaction<StaffTables>, staffId: string): Promise<void> {
  await tx.deleteFrom('known_device').where('staff_id', '=', staffId).execute();
}
