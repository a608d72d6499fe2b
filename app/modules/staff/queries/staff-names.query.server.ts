import { z } from 'zod';
import type { StaffRole } from '#platform/actor.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { unsealStaffIdentity } from '../staff-identity.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

export interface StaffName {
  name: string;
  roles: StaffRole[];
  /** False for those who left and those who have not joined: not to be offered for new work. */
  active: boolean;
}

/** Names of colleagues by id, for showing who did what and for choosing whom to assign. All of the centre unless ids are given. */
export const staffNames = queriesOn<StaffTables>()({
  name: 'staff.names',
  params: z.object({ ids: z.array(z.uuid()).max(500).optional() }),
  subject: 'staff',
  audit: 'none',
  async run({ house, tx, today }, { ids }) {
    let rows = tx
      .selectFrom('staff_member')
      .select(['id', 'sealed_identity', 'roles', 'status', 'expires_on']);
    if (ids) rows = rows.where('id', 'in', ids.length > 0 ? ids : ['00000000-0000-0000-0000-000000000000']);
    const answer: Record<string, StaffName> = {};
    for (const row of await rows.execute()) {
      const active = row.status === 'active' && (row.expires_on === null || row.expires_on >= today);
      answer[row.id] = {
        name: unsealStaffIdentity(house.vault, row.id, row.sealed_identity).name,
        roles: row.roles,
        active,
      };
    }
    return { answer };
  },
});
