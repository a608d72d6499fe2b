import type { Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { settingOf } from '#modules/centres/index.server.ts';
import { renewInvitation } from './invitation.server.ts';
import { mayVouch } from './recovery.ts';
import { centreOf } from './recovery-centre.server.ts';
import { emailMac } from './staff-identity.server.ts';
import { tellColleague } from './staff-notice.server.ts';
import type { StaffTables } from './staff.tables.server.ts';
import { inOpenCentre } from './suspended-centre.server.ts';

/** Hours in which the link must be used. */
const recoveryHours = 2;

/**
 * Makes the link with which a locked-out coordinator sets up passphrase and second factor anew. It opens when a
 * colleague has vouched; where nobody could, after the centre's wait. Until it is used nothing of the account
 * changes. Everybody of the centre who can sign in is told, and whoever else could vouch. Whoever calls it has proven
 * the right to before.
 * @returns `opensAt`: null where somebody must vouch; undefined when no active coordinator has this address
 */
export async function recoverCoordinator(
  house: House,
  tx: Transaction<StaffTables>,
  email: string,
  now: Date,
) {
  const rows = await tx
    .selectFrom('staff_member')
    .select(['id', 'centre_id', 'roles', 'email_mac', 'status', 'expires_on', inOpenCentre.as('enters')])
    .where('status', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute();
  const mac = emailMac(house.vault, email);
  const member = rows.find((row) => row.roles.includes('coordinator') && row.email_mac.equals(mac));
  if (!member) return undefined;
  const { id: staffId, centre_id: centreId } = member;
  const proving = await provable(tx);
  const recovered = { id: staffId, centreId, emailMac: mac };
  const vouchers = rows.filter(
    ({ centre_id, email_mac, expires_on, ...row }) =>
      row.enters &&
      proving.has(row.id) &&
      mayVouch({ ...row, centreId: centre_id, emailMac: email_mac, expiresOn: expires_on }, recovered),
  );
  const { settings } = await centreOf(tx, centreId);
  const wait = settingOf(settings, 'recovery.wait-hours') * 3_600_000;
  const opensAt = vouchers.length > 0 ? null : new Date(now.getTime() + wait);
  const link = await renewInvitation(tx, {
    staffId,
    centreId,
    kind: 'join',
    by: null,
    now,
    hours: recoveryHours,
    recovery: { opensAt },
  });
  const kind = opensAt ? 'recovery-waits' : 'recovery-asked';
  const told = rows.filter((row) => row.centre_id === centreId || vouchers.includes(row));
  for (const row of told)
    await tellColleague(tx, { staffId: row.id, centreId: row.centre_id, kind, by: staffId, now });
  return { staffId, centreId, opensAt, ...link };
}

/** Who has both a passphrase and a second factor to vouch with. */
async function provable(tx: Transaction<StaffTables>): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('staff_credential')
    .select('staff_id')
    .where('passphrase_hash', 'is not', null)
    .where('sealed_totp', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.staff_id));
}
