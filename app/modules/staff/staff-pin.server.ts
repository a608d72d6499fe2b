import { sql, type Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import { pinTries } from './pin.ts';
import type { StaffTables } from './staff.tables.server.ts';

/**
 * Counts a try before it is made, outside its transaction: many at once cannot slip through, and a refused try
 * stays counted.
 * @throws Problem `session.pin-void` (409) when there is no PIN, or when it was tried too often
 */
export async function countPinTry(house: House, staffId: string): Promise<void> {
  const counted = await sql`
    update staff_pin set failures = failures + 1 where staff_id = ${staffId} and failures < ${pinTries}
    returning 1`.execute(house.databases.auth);
  if (counted.rows.length === 0) throw pinVoid();
}

/** Gives a try back that was no guess: a database that was away. */
export async function returnPinTry(house: House, staffId: string): Promise<void> {
  await sql`update staff_pin set failures = greatest(failures - 1, 0) where staff_id = ${staffId}`.execute(
    house.databases.auth,
  );
}

/** The passphrase was right: the PIN counts again. */
export async function revivePin(tx: Transaction<StaffTables>, staffId: string): Promise<void> {
  await tx
    .updateTable('staff_pin')
    .set({ failures: 0 })
    .where('staff_id', '=', staffId)
    .where('failures', '>', 0)
    .execute();
}

export const pinVoid = () => new Problem('session.pin-void', 409);
