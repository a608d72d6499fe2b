import type { Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { unsealStaffIdentity } from './staff-identity.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** Names of colleagues by id, those who have left included: for showing who did what, inside any query or operation. */
export async function namesOfStaff(
  context: { house: House; on<Other>(): Transaction<Other> },
  ids: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await context
    .on<StaffTables>()
    .selectFrom('staff_member')
    .select(['id', 'sealed_identity'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(
    rows.map((row) => [row.id, unsealStaffIdentity(context.house.vault, row.id, row.sealed_identity).name]),
  );
}
