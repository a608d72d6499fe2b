import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { renewInvitation as makeLink } from '../invitation.server.ts';
import { lockColleague } from '../lock-colleague.server.ts';
import { guardNetworkRole } from '../network-administrator.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * A new link for somebody who has not joined yet; the earlier one is void.
 * @throws Problem `staff.not-invited`
 */
export const renewInvitation = operationsOn<StaffTables>()({
  name: 'staff.renew-invitation',
  input: z.object({ staffId: z.uuid() }),
  subject: 'staff',
  login: 'auth',
  load: (context, { staffId }) => lockColleague(context, staffId),
  async run(context, _input, { member }) {
    const { actor, tx, now } = context;
    if (member.status !== 'invited') throw new Problem('staff.not-invited', 409);
    await guardNetworkRole(context, { staffId: member.id, before: member.roles, after: member.roles });
    const { token, expiresAt } = await makeLink(tx, {
      staffId: member.id,
      centreId: member.centre_id,
      kind: 'join',
      by: actor.staffId ?? null,
      now,
    });
    return {
      result: { staffId: member.id, token, expiresAt: expiresAt.toISOString() },
      audit: { subjectId: member.id, fields: ['invitation'] },
    };
  },
});
