import { sql } from 'kysely';
import { advisingRoles } from '#platform/actor.ts';
import type { StaffTables } from '#modules/staff/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';

/** Everybody at work in the centre who may check facts and pages, the actor among them. */
export async function editorsOfCentre(
  context: Pick<OperationContext<never>, 'on' | 'today'>,
): Promise<string[]> {
  const rows = await context
    .on<StaffTables>()
    .selectFrom('staff_member')
    .select('id')
    .where('status', '=', 'active')
    .where(sql<boolean>`roles && ${[...advisingRoles]}::text[]`)
    .where(({ or, eb }) => or([eb('expires_on', 'is', null), eb('expires_on', '>=', context.today)]))
    .execute();
  return rows.map(({ id }) => id);
}
