import { type StaffTables, tellColleague } from '#modules/staff/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';

type Kind = 'retention-waiting' | 'retention-stopped';

/** Tells everybody who leads the centre, once until they have read it. */
export async function tellCoordinators(
  context: Pick<OperationContext<unknown>, 'on' | 'now' | 'actor'>,
  kind: Kind,
): Promise<void> {
  const centreId = context.actor.centre?.id;
  if (!centreId) return;
  const tx = context.on<StaffTables>();
  const coordinators = await tx
    .selectFrom('staff_member')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('status', '=', 'active')
    .where(({ val, eb, ref }) => eb(val('coordinator'), '=', eb.fn.any(ref('roles'))))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('staff_notice')
            .select('staff_notice.id')
            .whereRef('staff_notice.staff_id', '=', 'staff_member.id')
            .where('kind', '=', kind)
            .where('read_at', 'is', null),
        ),
      ),
    )
    .execute();
  for (const { id } of coordinators)
    await tellColleague(tx, { staffId: id, centreId, kind, by: null, now: context.now });
}
