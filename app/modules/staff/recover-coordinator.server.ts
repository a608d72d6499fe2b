import type { Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { resetAccess } from './reset-access.server.ts';
import { emailMac } from './staff-identity.server.ts';
import { tellColleague } from './staff-notice.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** Hours in which the link must be used. */
const recoveryHours = 2;

/**
 * Gives a coordinator who is locked out a link to set up passphrase and second factor anew, and tells every other
 * coordinator and data protection officer. Whoever calls it has proven the right to before.
 * @returns undefined when no active coordinator has this address
 */
export async function recoverCoordinator(
  house: House,
  tx: Transaction<StaffTables>,
  email: string,
  now: Date,
) {
  const rows = await tx
    .selectFrom('staff_member')
    .select(['id', 'centre_id', 'roles', 'email_mac'])
    .where('status', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute();
  const mac = emailMac(house.vault, email);
  const member = rows.find((row) => row.roles.includes('coordinator') && row.email_mac.equals(mac));
  if (!member) return undefined;
  const { id: staffId, centre_id: centreId } = member;
  const link = await resetAccess(tx, {
    staffId,
    centreId,
    everything: true,
    by: null,
    now,
    hours: recoveryHours,
    reason: 'access-recovered',
  });
  const told = rows.filter(
    (row) =>
      row.centre_id === centreId &&
      row.roles.some((role) => role === 'coordinator' || role === 'data_protection_officer'),
  );
  for (const { id } of told)
    await tellColleague(tx, { staffId: id, centreId, kind: 'access-recovered', by: null, now });
  return { staffId, centreId, ...link };
}
