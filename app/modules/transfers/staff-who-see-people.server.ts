import type { StaffTables } from '#modules/staff/index.server.ts';
import { seesPeople } from '#platform/actor.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';

/** Ids of the centre's active colleagues to whom a person can be given. */
export async function staffWhoSeePeople({
  on,
  actor,
}: Pick<OperationContext<unknown>, 'on' | 'actor'>): Promise<string[]> {
  const rows = await on<StaffTables>()
    .selectFrom('staff_member')
    .select(['id', 'roles'])
    .where('centre_id', '=', actor.centre?.id ?? '')
    .where('status', '=', 'active')
    .execute();
  return rows.filter(seesPeople).map(({ id }) => id);
}
