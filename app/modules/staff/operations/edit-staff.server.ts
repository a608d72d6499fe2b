import { z } from 'zod';
import { staffLanguages } from '#platform/language/interface-languages.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { fieldProblem, versionConflict } from '#platform/problem.ts';
import { lockColleague } from '../lock-colleague.server.ts';
import { endSessions } from '../session.server.ts';
import { checkStaffPlace } from '../staff-place.server.ts';
import { emailMac, sealStaffIdentity, unsealStaffIdentity } from '../staff-identity.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

export const editStaffInput = z.object({
  staffId: z.uuid(),
  name: lineSchema(120),
  email: z.email().max(200),
  siteId: z.uuid().optional(),
  language: z.enum(staffLanguages as [string, ...string[]], 'field.choose-one'),
  version: z.coerce.number().int().min(1),
});

/**
 * Corrects a colleague's name, address and site. A new address ends their sessions: they sign in with it from now on.
 * @throws `field.account-exists` on the e-mail, Problem `conflict.version`
 */
export const editStaff = operationsOn<StaffTables>()({
  name: 'staff.edit',
  input: editStaffInput,
  subject: 'staff',
  login: 'auth',
  load: (context, { staffId }) => lockColleague(context, staffId),
  async run(context, input, { member }) {
    const { house, actor, tx, now } = context;
    if (member.version !== input.version) throw versionConflict();
    await checkStaffPlace(context, input.siteId);
    const mac = emailMac(house.vault, input.email);
    const taken = await tx
      .selectFrom('staff_member')
      .select('id')
      .where('centre_id', '=', member.centre_id)
      .where('email_mac', '=', mac)
      .where('id', '!=', member.id)
      .executeTakeFirst();
    if (taken) throw fieldProblem('email', 'account-exists');
    const before = unsealStaffIdentity(house.vault, member.id, member.sealed_identity);
    await tx
      .updateTable('staff_member')
      .set({
        sealed_identity: sealStaffIdentity(house.vault, member.id, {
          ...before,
          name: input.name,
          email: input.email,
        }),
        email_mac: mac,
        site_id: input.siteId ?? null,
        language: input.language,
        updated_at: now,
        version: member.version + 1,
      })
      .where('id', '=', member.id)
      .execute();
    const newAddress = !mac.equals(member.email_mac);
    if (newAddress && member.id !== actor.staffId) await endSessions(tx, member.id, now, 'address-changed');
    const fields = [
      ...(before.name === input.name ? [] : ['name']),
      ...(newAddress ? ['email'] : []),
      ...(member.site_id === (input.siteId ?? null) ? [] : ['site']),
      ...(member.language === input.language ? [] : ['language']),
    ];
    return { result: { version: member.version + 1 }, audit: { subjectId: member.id, fields } };
  },
});
