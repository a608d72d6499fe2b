import { z } from 'zod';
import type { StaffRole } from '#platform/actor.ts';
import {
  endSessions,
  requireStepUp,
  type StaffTables,
  voidInvitations,
} from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { noteElsewhere } from '../note-elsewhere.server.ts';

/**
 * Takes the network from somebody: the account is closed, since it is for nothing else. Nobody removes themselves, so
 * one always remains; two who remove each other at once cannot both succeed.
 * @throws Problem `step-up.required`, `staff.not-yourself`
 */
export const removeAdministrator = operationsOn<StaffTables>()({
  name: 'network.remove-administrator',
  input: z.object({ staffId: z.uuid() }),
  subject: 'staff',
  login: 'auth',
  async load({ tx }, { staffId }) {
    const all = await tx
      .selectFrom('staff_member')
      .select(['id', 'centre_id', 'status'])
      .where((where) => where(where.val<StaffRole>('network_administrator'), '=', where.fn.any('roles')))
      .where('status', '!=', 'disabled')
      .orderBy('id')
      .forUpdate()
      .execute();
    const member = all.find(({ id }) => id === staffId);
    return member && { member, active: all.filter(({ status }) => status === 'active').map(({ id }) => id) };
  },
  async run(context, _input, { member, active }) {
    const { actor, tx, now } = context;
    requireStepUp(actor, now);
    if (member.id === actor.staffId) throw new Problem('staff.not-yourself', 403);
    if (!active.includes(actor.staffId ?? '')) throw forbidden();
    await tx
      .updateTable('staff_member')
      .set({ status: 'disabled', left_at: now, updated_at: now })
      .where('id', '=', member.id)
      .execute();
    await endSessions(tx, member.id, now, 'disabled');
    await voidInvitations(tx, member.id, now);
    await noteElsewhere(context as never, member.centre_id, {
      action: 'network.remove-administrator',
      subject: 'staff',
      subjectId: member.id,
    });
    return { result: { staffId: member.id }, audit: { subjectId: member.id, fields: ['roles'] } };
  },
});
