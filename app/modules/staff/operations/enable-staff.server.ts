import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { renewInvitation } from '../invitation.server.ts';
import { lockColleague } from '../lock-colleague.server.ts';
import { guardNetworkRole } from '../network-administrator.server.ts';
import { mustExpire } from '../staff.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { voidDevices } from '../void-devices.server.ts';

export const enableStaffInput = z.object({
  staffId: z.uuid(),
  expiresOn: z.iso.date().optional(),
});

/**
 * Lets somebody back in who had left. Old secrets are void: they come back by a link, as if invited.
 * @throws Problem `staff.not-disabled`; `field.required` on `expiresOn` for volunteers
 */
export const enableStaff = operationsOn<StaffTables>()({
  name: 'staff.enable',
  input: enableStaffInput,
  subject: 'staff',
  login: 'auth',
  load: (context, { staffId }) => lockColleague(context, staffId),
  async run(context, { expiresOn }, { member }) {
    const { actor, tx, now, today } = context;
    if (member.status !== 'disabled') throw new Problem('staff.not-disabled', 409);
    await guardNetworkRole(context, { staffId: member.id, before: member.roles, after: member.roles });
    if (mustExpire(member.roles) && !expiresOn) throw fieldProblem('expiresOn', 'required');
    if (expiresOn && expiresOn <= today) throw fieldProblem('expiresOn', 'in-the-past');
    await tx
      .updateTable('staff_member')
      .set({
        status: 'invited',
        left_at: null,
        expires_on: expiresOn ?? null,
        updated_at: now,
        version: member.version + 1,
      })
      .where('id', '=', member.id)
      .execute();
    await tx
      .updateTable('staff_credential')
      .set({ passphrase_hash: null, sealed_totp: null, totp_last_step: null, changed_at: now })
      .where('staff_id', '=', member.id)
      .execute();
    await voidDevices(tx, member.id);
    const { token, expiresAt } = await renewInvitation(tx, {
      staffId: member.id,
      centreId: member.centre_id,
      kind: 'join',
      by: actor.staffId ?? null,
      now,
    });
    return {
      result: { staffId: member.id, token, expiresAt: expiresAt.toISOString() },
      audit: { subjectId: member.id, fields: ['status'] },
    };
  },
});
