import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem, versionConflict } from '#platform/problem.ts';
import { keepCoordinator, lockColleague, refuseOwn } from '../lock-colleague.server.ts';
import { endSessions } from '../session.server.ts';
import { guardNetworkRole } from '../network-administrator.server.ts';
import { mustExpire } from '../staff.ts';
import { tellColleague } from '../staff-notice.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { requireStepUp } from '../step-up.ts';
import { staffRolesSchema } from './invite-staff.server.ts';

export const changeRolesInput = z.object({
  staffId: z.uuid(),
  roles: staffRolesSchema,
  /** Last day of the account; needed for volunteers, and absent means that it does not expire. */
  expiresOn: z.iso.date().optional(),
  version: z.coerce.number().int().min(1),
});

/**
 * Changes what a colleague may do. Their sessions end at once, so that nobody works on with the old roles.
 * @throws Problem `step-up.required`, `staff.not-yourself`, `staff.last-coordinator`, `staff.not-active`, `conflict.version`
 */
export const changeRoles = operationsOn<StaffTables>()({
  name: 'staff.change-roles',
  input: changeRolesInput,
  subject: 'staff',
  login: 'auth',
  load: (context, { staffId }) => lockColleague(context, staffId),
  async run(context, input, colleague) {
    const { actor, tx, now, today } = context;
    const { member } = colleague;
    requireStepUp(actor, now);
    refuseOwn(context, colleague);
    if (member.status === 'disabled') throw new Problem('staff.not-active', 409);
    if (member.version !== input.version) throw versionConflict();
    await guardNetworkRole(context, { staffId: member.id, before: member.roles, after: input.roles });
    if (mustExpire(input.roles) && !input.expiresOn) throw fieldProblem('expiresOn', 'required');
    if (input.expiresOn && input.expiresOn <= today) throw fieldProblem('expiresOn', 'in-the-past');
    const expiresOn = input.expiresOn ?? null;
    keepCoordinator(colleague, { roles: input.roles, expiresOn });
    await tx
      .updateTable('staff_member')
      .set({ roles: input.roles, expires_on: expiresOn, updated_at: now, version: member.version + 1 })
      .where('id', '=', member.id)
      .execute();
    await endSessions(tx, member.id, now, 'roles-changed');
    await tellColleague(tx, {
      staffId: member.id,
      centreId: member.centre_id,
      kind: 'roles-changed',
      by: actor.staffId ?? null,
      now,
    });
    const gained = input.roles.filter((role) => !member.roles.includes(role)).map((role) => `+${role}`);
    const lost = member.roles.filter((role) => !input.roles.includes(role)).map((role) => `-${role}`);
    return {
      result: { staffId: member.id },
      audit: { subjectId: member.id, fields: ['roles', ...gained, ...lost] },
    };
  },
});
