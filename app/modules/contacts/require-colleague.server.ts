import type { Transaction } from 'kysely';
import type { StaffTables } from '#modules/staff/index.server.ts';
import { fieldProblem } from '#platform/problem.ts';

/** @throws Problem `input.invalid` at the field, unless this is somebody who works at the actor's centre now */
export async function requireColleague(
  tx: Transaction<StaffTables>,
  staffId: string,
  field: string,
): Promise<void> {
  const found = await tx
    .selectFrom('staff_member')
    .select('id')
    .where('id', '=', staffId)
    .where('status', '=', 'active')
    .executeTakeFirst();
  if (!found) throw fieldProblem(field, 'not-a-colleague');
}
