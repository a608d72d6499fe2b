import type { Kysely, Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import type { CentreTables } from '#modules/centres/index.server.ts';
import type { KnownWords } from './passphrase.server.ts';
import { unsealStaffIdentity } from './staff-identity.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** The names that a colleague's passphrase must not be made of, in the caller's transaction (auth login). */
export async function knownWords(
  house: House,
  tx: Transaction<StaffTables>,
  staffId: string,
): Promise<KnownWords> {
  const database = tx as unknown as Kysely<StaffTables & CentreTables>;
  const row = await database
    .selectFrom('staff_member')
    .innerJoin('centre', 'centre.id', 'staff_member.centre_id')
    .where('staff_member.id', '=', staffId)
    .select(['staff_member.sealed_identity', 'centre.name'])
    .executeTakeFirstOrThrow();
  const { name, email } = unsealStaffIdentity(house.vault, staffId, row.sealed_identity);
  return { name, email, centre: row.name };
}
