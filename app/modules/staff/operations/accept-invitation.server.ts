import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { deviceShape } from '../device-class.ts';
import { rememberDevice } from '../known-device.server.ts';
import { acceptCode, sealSeed, seedSchema } from '../one-time-code.server.ts';
import { knownWords } from '../known-words.server.ts';
import {
  checkPassphrase,
  hashPassphrase,
  type KnownWords,
  passphraseSchema,
  refuseOwnWords,
} from '../passphrase.server.ts';
import { stillWaits } from '../recovery.ts';
import { endSessions, hashToken, mintSession, sessionEnd, sessionHours } from '../session.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { tellAnswering } from '../tell-answering.server.ts';
import { voidDevices } from '../void-devices.server.ts';

export const acceptInvitationInput = z.object({
  token: z.string().min(20).max(200),
  /** A new one when joining, the present one when only the second factor is replaced. */
  passphrase: z.string().max(200).optional(),
  /** The seed that was shown as a QR code, and the code that proves it arrived. */
  seed: seedSchema,
  code: z.string().max(20),
  deviceToken: z.string().min(20).max(200).optional(),
  device: z.string().regex(deviceShape).optional(),
});

/**
 * Accepts an invitation to join, or to set up a new second factor after one was lost, and signs in: passphrase
 * and code were both proven just now.
 * @throws Problem `staff.invitation-invalid` (unknown, used, revoked or expired: not told apart), `staff.recovery-waits` (409),
 * `field.wrong-code`, `field.wrong-passphrase`
 */
export const acceptInvitation = operationsOn<StaffTables>()({
  name: 'staff.accept-invitation',
  input: acceptInvitationInput,
  subject: 'staff',
  login: 'auth',
  async run({ house, tx, now }, input) {
    const invitation = await tx
      .selectFrom('invitation')
      .innerJoin('staff_member', 'staff_member.id', 'invitation.staff_id')
      .leftJoin('staff_credential', 'staff_credential.staff_id', 'invitation.staff_id')
      .leftJoin('staff_member as voucher', 'voucher.id', 'invitation.vouched_by')
      .where('invitation.token_hash', '=', hashToken(input.token))
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('invitation.expires_at', '>', now)
      .where('staff_member.status', '!=', 'disabled')
      .select([
        'staff_member.id',
        'staff_member.centre_id',
        'staff_member.site_id',
        'staff_member.roles',
        'invitation.kind',
        'invitation.recovers',
        'invitation.opens_at',
        'voucher.status as voucher_status',
        'staff_credential.passphrase_hash',
      ])
      .forUpdate(['invitation', 'staff_member'])
      .executeTakeFirst();
    if (!invitation) throw new Problem('staff.invitation-invalid', 410);
    const { id: staffId, centre_id: centreId, recovers } = invitation;
    const { opens_at: opensAt, voucher_status: voucherStatus } = invitation;
    if (stillWaits({ recovers, opensAt, voucherStatus }, now)) throw new Problem('staff.recovery-waits', 409);
    const passphrase_hash = await settlePassphrase(invitation, input.passphrase, () =>
      knownWords(house, tx, staffId),
    );
    const step = acceptCode(input.seed, input.code, now, null);
    if (step === undefined) throw fieldProblem('code', 'wrong-code');
    await tx
      .updateTable('invitation')
      .set({ used_at: now })
      .where('token_hash', '=', hashToken(input.token))
      .execute();
    await tx
      .updateTable('staff_member')
      .set({ status: 'active', last_sign_in_on: now.toISOString().slice(0, 10), updated_at: now })
      .where('id', '=', staffId)
      .execute();
    const secrets = {
      passphrase_hash,
      sealed_totp: sealSeed(house.vault, staffId, input.seed),
      totp_last_step: step,
      changed_at: now,
    };
    await tx
      .insertInto('staff_credential')
      .values({ staff_id: staffId, ...secrets })
      .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(secrets))
      .execute();
    await endSessions(tx, staffId, now, 'credentials-changed');
    await voidDevices(tx, staffId);
    if (recovers) await tellAnswering(tx, { centreId, kind: 'access-recovered', by: staffId, now });
    const browser = { token: input.deviceToken, device: input.device };
    if (browser.token)
      await rememberDevice(tx, staffId, { token: browser.token, device: browser.device }, now);
    const { id, token } = await mintSession(tx, {
      kind: 'staff',
      staffId,
      centreId: invitation.centre_id,
      siteId: invitation.site_id,
      roles: invitation.roles,
      now,
      lasts: sessionHours * 3_600_000,
      method: 'link',
      browser,
    });
    return {
      result: { staffId, token, sessionId: id, expiresAt: sessionEnd(now).toISOString() },
      audit: {
        subjectId: staffId,
        centreId,
        fields: ['credentials', recovers ? 'recovery' : invitation.kind],
      },
    };
  },
});

/** The hash to keep: of the new passphrase when joining, the present one once it was proven. */
async function settlePassphrase(
  invitation: { kind: string; passphrase_hash: string | null },
  typed: string | undefined,
  words: () => Promise<KnownWords>,
): Promise<string> {
  if (!typed) throw fieldProblem('passphrase', 'required');
  if (invitation.kind === 'join') {
    const parsed = passphraseSchema.safeParse(typed);
    if (!parsed.success)
      throw fieldProblem(
        'passphrase',
        (parsed.error.issues[0]?.message ?? '').replace('field.', '') || 'not-valid',
      );
    refuseOwnWords(parsed.data, await words());
    return hashPassphrase(parsed.data);
  }
  if (!(await checkPassphrase(invitation.passphrase_hash, typed)) || !invitation.passphrase_hash) {
    throw fieldProblem('passphrase', 'wrong-passphrase');
  }
  return invitation.passphrase_hash;
}
