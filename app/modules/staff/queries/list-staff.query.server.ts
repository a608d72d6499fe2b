import { z } from 'zod';
import type { StaffRole } from '#platform/actor.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { isOpen } from '../staff.ts';
import { unsealStaffIdentity } from '../staff-identity.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

export interface StaffListItem {
  id: string;
  name: string;
  email: string;
  roles: StaffRole[];
  /** `expired`: active, but past its last day. */
  status: 'invited' | 'active' | 'disabled' | 'expired';
  siteId: string | null;
  expiresOn: string | null;
  lastSignInOn: string | null;
  leftAt: Date | null;
  /** Until when the open link to join, or to replace a second factor, can be used. */
  linkExpiresAt: Date | null;
}

/** Everybody of the centre, those who left too, by name. */
export const listStaff = queriesOn<StaffTables>()({
  name: 'staff.list',
  params: z.object({}),
  subject: 'staff',
  audit: 'viewed',
  async run({ house, tx, now, today }) {
    const rows = await tx
      .selectFrom('staff_member')
      .where('status', '!=', 'program')
      .select([
        'id',
        'sealed_identity',
        'roles',
        'status',
        'site_id',
        'expires_on',
        'last_sign_in_on',
        'left_at',
      ])
      .execute();
    const links = await tx
      .selectFrom('invitation')
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .select(['staff_id', 'expires_at'])
      .execute();
    const linkOf = new Map(links.map((link) => [link.staff_id, link.expires_at]));
    const answer = rows
      .map((row): StaffListItem => {
        const { name, email } = unsealStaffIdentity(house.vault, row.id, row.sealed_identity);
        const expired =
          row.status === 'active' && !isOpen({ status: row.status, expiresOn: row.expires_on }, today);
        return {
          id: row.id,
          name,
          email,
          roles: row.roles,
          status: expired ? 'expired' : (row.status as StaffListItem['status']),
          siteId: row.site_id,
          expiresOn: row.expires_on,
          lastSignInOn: row.last_sign_in_on,
          leftAt: row.left_at,
          linkExpiresAt: linkOf.get(row.id) ?? null,
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name));
    return { answer, viewed: { count: answer.length } };
  },
});
