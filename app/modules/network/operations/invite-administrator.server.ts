import { insertInvited, requireStepUp, type StaffTables } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { invitedSchema } from '../network.schemas.ts';

/**
 * Invites another network administrator, with an account of its own in the inviter's centre and no other role: whoever
 * arranges centres does not see people. The token is returned once.
 * @throws Problem `step-up.required`, `field.account-exists` at `email`
 */
export const inviteAdministrator = operationsOn<StaffTables>()({
  name: 'network.invite-administrator',
  input: invitedSchema,
  subject: 'staff',
  login: 'auth',
  async run({ house, actor, tx, now }, input) {
    requireStepUp(actor, now);
    if (!actor.centre) throw forbidden();
    const invited = await insertInvited(house, tx, {
      ...input,
      centreId: actor.centre.id,
      siteId: null,
      roles: ['network_administrator'],
      by: actor.staffId ?? null,
      now,
    });
    return { result: invited, audit: { subjectId: invited.staffId, fields: ['roles'] } };
  },
});
