import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { lockColleague, refuseOwn } from '../lock-colleague.server.ts';
import { guardNetworkRole } from '../network-administrator.server.ts';
import { resetAccess } from '../reset-access.server.ts';
import { tellColleague } from '../staff-notice.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { requireStepUp } from '../step-up.ts';

/** Hours in which a replaced second factor must be set up. */
const resetHours = 24;

export const resetSecondFactorInput = z.object({
  staffId: z.uuid(),
  /** `second_factor`: the phone is gone, the passphrase is still known. `everything`: the passphrase is forgotten too. */
  lost: z.enum(['second_factor', 'everything']).default('second_factor'),
});

/**
 * Replaces what a colleague lost. The old second factor is void and their sessions end at once; a link, shown once,
 * lets them set up a new one, and a notice tells them who did this.
 * @throws Problem `step-up.required`, `staff.not-yourself`, `staff.not-active`
 */
export const resetSecondFactor = operationsOn<StaffTables>()({
  name: 'staff.reset-second-factor',
  input: resetSecondFactorInput,
  subject: 'staff',
  login: 'auth',
  load: (context, { staffId }) => lockColleague(context, staffId),
  async run(context, { lost }, colleague) {
    const { actor, tx, now } = context;
    const { member } = colleague;
    requireStepUp(actor, now);
    refuseOwn(context, colleague);
    if (member.status !== 'active') throw new Problem('staff.not-active', 409);
    await guardNetworkRole(context, { staffId: member.id, before: member.roles, after: member.roles });
    const everything = lost === 'everything';
    const by = actor.staffId ?? null;
    await tellColleague(tx, {
      staffId: member.id,
      centreId: member.centre_id,
      kind: everything ? 'access-reset' : 'second-factor-reset',
      by,
      now,
    });
    const { token, expiresAt } = await resetAccess(tx, {
      staffId: member.id,
      centreId: member.centre_id,
      everything,
      by,
      now,
      hours: resetHours,
      reason: 'second-factor-reset',
    });
    return {
      result: { staffId: member.id, token, expiresAt: expiresAt.toISOString() },
      audit: {
        subjectId: member.id,
        fields: everything ? ['second-factor', 'passphrase'] : ['second-factor'],
      },
    };
  },
});
