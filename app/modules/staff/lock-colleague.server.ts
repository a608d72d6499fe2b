import type { Selectable } from 'kysely';
import type { StaffRole } from '#platform/actor.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { type Colleague, leavesCentreAlone } from './staff.ts';
import type { StaffMemberTable, StaffTables } from './staff.tables.server.ts';

export interface LockedColleague {
  member: Selectable<StaffMemberTable>;
  /** Everyone of the centre, as the rule about the last coordinator needs them. */
  team: Colleague[];
}

/**
 * A colleague of the actor's own centre, locked for this write. All coordinators are locked too, in the order of
 * their ids: two who remove each other at once cannot both succeed.
 */
export async function lockColleague(
  { tx, actor }: OperationContext<StaffTables>,
  staffId: string,
): Promise<LockedColleague | undefined> {
  if (!actor.centre) return undefined;
  const rows = await tx
    .selectFrom('staff_member')
    .selectAll()
    .where('centre_id', '=', actor.centre.id)
    .where('status', '!=', 'program')
    .where((where) =>
      where.or([
        where('id', '=', staffId),
        where(where.val<StaffRole>('coordinator'), '=', where.fn.any('roles')),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  const member = rows.find((row) => row.id === staffId);
  return member && { member, team: rows.map(asColleague) };
}

export const asColleague = (
  row: Pick<StaffMemberTable, 'id' | 'roles' | 'expires_on'> & { status: Colleague['status'] },
): Colleague => ({
  id: row.id,
  roles: row.roles,
  status: row.status,
  expiresOn: row.expires_on,
});

/** @throws Problem `staff.last-coordinator` when the change would leave the centre without one */
export function keepCoordinator({ member, team }: LockedColleague, change: Partial<Colleague>): void {
  if (leavesCentreAlone(team, { ...asColleague(member), ...change }))
    throw new Problem('staff.last-coordinator', 409);
}

/** Nobody decides about their own account. @throws Problem `staff.not-yourself` */
export function refuseOwn({ actor }: OperationContext<StaffTables>, { member }: LockedColleague): void {
  if (member.id === actor.staffId) throw new Problem('staff.not-yourself', 403);
}
