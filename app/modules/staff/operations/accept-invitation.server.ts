import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { acceptCode, sealSeed } from '../one-time-code.server.ts';
import { hashPassphrase, passphraseSchema } from '../passphrase.server.ts';
import { endSessions, hashToken } from '../session.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

export const acceptInvitationInput = z.object({
  token: z.string().min(20).max(200),
  /** Only when joining; a replaced second factor keeps the passphrase. */
  passphrase: passphraseSchema.optional(),
  /** The seed that was shown as a QR code, and the code that proves it arrived. */
  seed: z.string().regex(/^[A-Z2-7]{32}$/),
  code: z.string().max(20),
});

/**
 * Accepts an invitation to join, or to set up a new second factor after one was lost.
 * @throws Problem `staff.invitation-invalid` (unknown, used, revoked or expired: not told apart)
 */
export const acceptInvitation = operationsOn<StaffTables>()({
  name: 'staff.accept-invitation',
  input: acceptInvitationInput,
  subject: 'staff',
  login: 'auth',
  load: ({ tx, now }, input) =>
    tx
      .selectFrom('invitation')
      .innerJoin('staff_member', 'staff_member.id', 'invitation.staff_id')
      .where('invitation.token_hash', '=', hashToken(input.token))
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('invitation.expires_at', '>', now)
      .where('staff_member.status', '!=', 'disabled')
      .select(['invitation.staff_id', 'invitation.centre_id', 'invitation.kind'])
      .forUpdate()
      .executeTakeFirst(),
  async run({ house, tx, now }, input, invitation) {
    if (invitation.kind === 'join' && !input.passphrase) throw fieldProblem('passphrase', 'required');
    const step = acceptCode(input.seed, input.code, now, null);
    if (step === undefined) throw fieldProblem('code', 'wrong-code');
    const staffId = invitation.staff_id;
    await tx.updateTable('invitation').set({ used_at: now }).where('token_hash', '=', hashToken(input.token)).execute();
    await tx.updateTable('staff_member').set({ status: 'active', updated_at: now }).where('id', '=', staffId).execute();
    const secrets = { sealed_totp: sealSeed(house.vault, staffId, input.seed), totp_last_step: step, changed_at: now };
    if (invitation.kind === 'join') {
      const passphrase_hash = await hashPassphrase(input.passphrase ?? '');
      await tx.insertInto('staff_credential').values({ staff_id: staffId, passphrase_hash, ...secrets }).execute();
    } else {
      const changed = await tx.updateTable('staff_credential').set(secrets).where('staff_id', '=', staffId).executeTakeFirst();
      if (changed.numUpdatedRows === 0n) throw new Problem('staff.invitation-invalid', 410);
      await endSessions(tx, staffId, now, 'second-factor-changed');
    }
    return { result: { staffId }, audit: { subjectId: staffId, centreId: invitation.centre_id, fields: ['credentials'] } };
  },
});
