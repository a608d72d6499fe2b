import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { takeNamed } from '../provider-attempt.server.ts';
import { tellColleague } from '../staff-notice.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { requireStepUp } from '../step-up.ts';

/**
 * Links one's own account at the network's provider, to sign in with it from now on. Its verified address must be one's
 * own here. Its owner finds a notice, as with a new passkey.
 * @throws Problem `step-up.required`; `provider.not-yours` (409) when nobody was named, the address is another one, or a
 * colleague of the centre has linked that account: not told apart
 */
export const linkProvider = operationsOn<StaffTables>()({
  name: 'staff.link-provider',
  input: z.object({ state: z.string().min(20).max(200), browser: z.string().min(20).max(200) }),
  subject: 'staff',
  login: 'auth',
  load: ({ actor, tx }) =>
    tx
      .selectFrom('staff_member')
      .select(['id', 'centre_id', 'email_mac'])
      .where('id', '=', actor.staffId ?? '')
      .forUpdate()
      .executeTakeFirst(),
  relations: () => ['self'],
  async run({ actor, tx, now }, input, member) {
    requireStepUp(actor, now);
    const named = await takeNamed(tx, input, { purpose: 'link', staffId: member.id, now });
    if (!named?.emailMac.equals(member.email_mac)) throw new Problem('provider.not-yours', 409);
    const link = { centre_id: member.centre_id, subject_mac: named.subjectMac, linked_at: now };
    const taken = await tx
      .selectFrom('provider_link')
      .select('staff_id')
      .where('centre_id', '=', member.centre_id)
      .where('subject_mac', '=', named.subjectMac)
      .where('staff_id', '!=', member.id)
      .executeTakeFirst();
    if (taken) throw new Problem('provider.not-yours', 409);
    await tx
      .insertInto('provider_link')
      .values({ staff_id: member.id, ...link, last_used_on: null })
      .onConflict((conflict) => conflict.column('staff_id').doUpdateSet({ ...link, last_used_on: null }))
      .execute();
    await tellColleague(tx, {
      staffId: member.id,
      centreId: member.centre_id,
      kind: 'provider-linked',
      by: member.id,
      now,
    });
    return { result: { linked: true }, audit: { subjectId: member.id, fields: ['provider'] } };
  },
});
