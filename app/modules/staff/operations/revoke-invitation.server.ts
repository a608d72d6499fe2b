import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { voidInvitations } from '../invitation.server.ts';
import { lockColleague } from '../lock-colleague.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * Takes back an invitation that nobody has accepted. The link is void at once.
 * @throws Problem `staff.not-invited` when there is none to take back
 */
export const revokeInvitation = operationsOn<StaffTables>()({
  name: 'staff.revoke-invitation',
  input: z.object({ staffId: z.uuid() }),
  subject: 'staff',
  login: 'auth',
  load: (context, { staffId }) => lockColleague(context, staffId),
  async run({ tx, now }, _input, { member }) {
    if (member.status !== 'invited') throw new Problem('staff.not-invited', 409);
    await voidInvitations(tx, member.id, now);
    await tx
      .updateTable('staff_member')
      .set({ status: 'disabled', left_at: now, updated_at: now, version: member.version + 1 })
      .where('id', '=', member.id)
      .execute();
    return { result: { staffId: member.id }, audit: { subjectId: member.id, fields: ['invitation'] } };
  },
});
