import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { roles } from '#platform/actor.ts';
import { staffLanguages } from '#platform/language/interface-languages.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { fieldProblem } from '#platform/problem.ts';
import { renewInvitation } from '../invitation.server.ts';
import { checkStaffPlace } from '../staff-place.server.ts';
import { guardNetworkRole } from '../network-administrator.server.ts';
import { mustExpire } from '../staff.ts';
import { emailMac, sealStaffIdentity } from '../staff-identity.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

export const staffRolesSchema = z
  .array(z.enum(roles))
  .min(1, 'field.choose-one')
  .transform((list) => [...new Set(list)])
  // Whoever arranges centres serves nobody.
  .refine((list) => !list.includes('network_administrator') || list.length === 1, 'field.role-alone');

export const inviteStaffInput = z.object({
  name: lineSchema(120),
  email: z.email().max(200),
  roles: staffRolesSchema,
  siteId: z.uuid().optional(),
  language: z.enum(staffLanguages as [string, ...string[]], 'field.choose-one'),
  /** Last day of the account; needed for volunteers. */
  expiresOn: z.iso.date().optional(),
});

/**
 * Invites a colleague. The token is returned once: it goes into a link that the coordinator hands over.
 * Somebody who was invited before and never joined is invited anew under the same id.
 * @throws `field.account-exists` on the e-mail, `field.required` on `expiresOn` for volunteers
 */
export const inviteStaff = operationsOn<StaffTables>()({
  name: 'staff.invite',
  input: inviteStaffInput,
  subject: 'staff',
  login: 'auth',
  async run(context, input) {
    const { house, actor, tx, now, today } = context;
    const centreId = actor.centre?.id ?? '';
    if (mustExpire(input.roles) && !input.expiresOn) throw fieldProblem('expiresOn', 'required');
    if (input.expiresOn && input.expiresOn <= today) throw fieldProblem('expiresOn', 'in-the-past');
    await guardNetworkRole(context, { before: [], after: input.roles });
    await checkStaffPlace(context, input.siteId);
    const mac = emailMac(house.vault, input.email);
    const earlier = await tx
      .selectFrom('staff_member')
      .leftJoin('staff_credential', 'staff_credential.staff_id', 'staff_member.id')
      .where('centre_id', '=', centreId)
      .where('email_mac', '=', mac)
      .select(['staff_member.id', 'staff_member.status', 'staff_credential.staff_id as joined'])
      .forUpdate('staff_member')
      .executeTakeFirst();
    if (earlier && (earlier.status !== 'disabled' || earlier.joined))
      throw fieldProblem('email', 'account-exists');
    const staffId = earlier?.id ?? randomUUID();
    const row = {
      id: staffId,
      centre_id: centreId,
      site_id: input.siteId ?? null,
      email_mac: mac,
      roles: input.roles,
      status: 'invited' as const,
      sealed_identity: sealStaffIdentity(house.vault, staffId, { name: input.name, email: input.email }),
      expires_on: input.expiresOn ?? null,
      language: input.language,
      updated_at: now,
      left_at: null,
    };
    await tx
      .insertInto('staff_member')
      .values({ ...row, created_at: now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    const { token, expiresAt } = await renewInvitation(tx, {
      staffId,
      centreId,
      kind: 'join',
      by: actor.staffId ?? null,
      now,
    });
    return {
      result: { staffId, token, expiresAt: expiresAt.toISOString() },
      audit: { subjectId: staffId, fields: ['roles', ...input.roles] },
    };
  },
});
