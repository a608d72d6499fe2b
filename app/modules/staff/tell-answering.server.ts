import type { Transaction } from 'kysely';
import { tellColleague } from './staff-notice.server.ts';
import type { StaffNoticeKind, StaffTables } from './staff.tables.server.ts';

/** Tells every coordinator and data protection officer of a centre, and `also`, who did something. */
export async function tellAnswering(
  tx: Transaction<StaffTables>,
  {
    centreId,
    kind,
    by,
    also,
    now,
  }: {
    centreId: string;
    kind: StaffNoticeKind;
    by: string;
    also?: { id: string; centreId: string };
    now: Date;
  },
): Promise<void> {
  const rows = await tx
    .selectFrom('staff_member')
    .select(['id', 'roles'])
    .where('centre_id', '=', centreId)
    .where('status', '=', 'active')
    .execute();
  const told = rows
    .filter(({ roles }) => roles.includes('coordinator') || roles.includes('data_protection_officer'))
    .map(({ id }) => ({ id, centreId }));
  if (also && !told.some(({ id }) => id === also.id)) told.push(also);
  for (const each of told)
    await tellColleague(tx, { staffId: each.id, centreId: each.centreId, kind, by, now });
}
