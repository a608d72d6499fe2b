import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { newToken } from '#platform/house.server.ts';
import { roles } from '#platform/actor.ts';
import { fieldProblem } from '#platform/problem.ts';
import { hashToken } from '../session.server.ts';
import { emailMac, sealStaffIdentity } from '../staff-identity.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/** Hours in which an invitation can be accepted. */
export const invitationHours = 72;

export const inviteStaffInput = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.email().max(200),
  roles: z.array(z.enum(roles)).min(1, 'field.choose-one'),
  siteId: z.uuid().optional(),
  language: z.string().min(2).max(20),
  /** Last day of the account; needed for volunteers. */
  expiresOn: z.iso.date().optional(),
});

/**
 * Invites a colleague. The token is returned once: it goes into a link that the coordinator hands over.
 * @throws `field.account-exists` on the e-mail, `field.required` on `expiresOn` for volunteers
 */
export const inviteStaff = operationsOn<StaffTables>()({
  name: 'staff.invite',
  input: inviteStaffInput,
  subject: 'staff',
  login: 'auth',
  async run({ house, actor, tx, now, today }, input) {
    const centre = actor.centre;
    if (!centre) throw fieldProblem('', 'not-valid');
    if (input.roles.includes('volunteer') && !input.expiresOn) throw fieldProblem('expiresOn', 'required');
    if (input.expiresOn && input.expiresOn <= today) throw fieldProblem('expiresOn', 'in-the-past');
    const mac = emailMac(house.vault, input.email);
    const taken = await tx.selectFrom('staff_member').select('id').where('email_mac', '=', mac).executeTakeFirst();
    if (taken) throw fieldProblem('email', 'account-exists');
    const staffId = crypto.randomUUID();
    await tx
      .insertInto('staff_member')
      .values({
        id: staffId,
        centre_id: centre.id,
        site_id: input.siteId ?? null,
        sealed_identity: sealStaffIdentity(house.vault, staffId, { name: input.name, email: input.email }),
        email_mac: mac,
        roles: input.roles,
        status: 'invited',
        expires_on: input.expiresOn ?? null,
        language: input.language,
        created_at: now,
        updated_at: now,
      })
      .execute();
    const token = newToken();
    await tx
      .insertInto('invitation')
      .values({
        token_hash: hashToken(token),
        staff_id: staffId,
        centre_id: centre.id,
        kind: 'join',
        invited_by: actor.staffId ?? null,
        created_at: now,
        expires_at: new Date(now.getTime() + invitationHours * 3_600_000),
      })
      .execute();
    return { result: { staffId, token }, audit: { subjectId: staffId, fields: ['roles', ...input.roles] } };
  },
});
