import type { StaffTables } from '#modules/staff/index.server.ts';
import { advises } from '#platform/actor.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';

/**
 * Who calls: the counsellor of the talk while they work here as one, else the coordinator whose account is oldest.
 * Undefined where the centre has neither.
 */
export async function callerOf(
  context: Pick<OperationContext<unknown>, 'on' | 'today' | 'actor'>,
): Promise<(counsellorId: string) => string | undefined> {
  const team = await context
    .on<StaffTables>()
    .selectFrom('staff_member')
    .select(['id', 'roles', 'expires_on'])
    .where('centre_id', '=', context.actor.centre?.id ?? '')
    .where('status', '=', 'active')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const here = team.filter(({ expires_on: last }) => last === null || last >= context.today);
  const advisers = new Set(here.filter(advises).map(({ id }) => id));
  const coordinator = here.find(({ roles }) => roles.includes('coordinator'))?.id;
  return (counsellorId) => (advisers.has(counsellorId) ? counsellorId : coordinator);
}
