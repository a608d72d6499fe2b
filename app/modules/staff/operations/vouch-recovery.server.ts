import type { Transaction } from 'kysely';
import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { proveSecrets } from '../prove-secrets.server.ts';
import { mayVouch } from '../recovery.ts';
import { hashToken } from '../session.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { tellAnswering } from '../tell-answering.server.ts';

export const vouchRecoveryInput = z.object({
  /** Of the link that the recovery sheet made. */
  token: z.string().min(20).max(200),
  email: z.string().trim().min(1).max(200),
  passphrase: z.string().min(1).max(200),
  code: z.string().trim().min(1).max(20),
});

/**
 * A colleague stands by bringing a coordinator's access back, with their own e-mail, passphrase and code. It signs
 * nobody in. Guessing limits stand around it in `vouchLink`.
 * @throws Problem `staff.invitation-invalid` (410), `staff.recovery-not-asking` (409) when it waits for the hour or
 * somebody has vouched, `session.refused` (401): wrong secrets or somebody who may not vouch, never told apart
 */
export const vouchRecovery = operationsOn<StaffTables>()({
  name: 'staff.vouch-recovery',
  input: vouchRecoveryInput,
  subject: 'staff',
  login: 'auth',
  async run({ house, tx, now, today }, { token, ...secrets }) {
    const link = await findRecovery(tx, token, now);
    const { id: recoveredId, centre_id: centreId, email_mac: emailMac } = link;
    const voucher = await proveSecrets(house, tx, secrets, {
      now,
      today,
      fits: ({ id, roles, status, ...account }) =>
        mayVouch(
          {
            id,
            roles,
            status,
            centreId: account.centre_id,
            emailMac: account.email_mac,
            expiresOn: account.expires_on,
          },
          { id: recoveredId, centreId, emailMac },
        ),
    });
    const vouched = await tx
      .updateTable('invitation')
      .set({ vouched_by: voucher.id, vouched_at: now })
      .where('token_hash', '=', hashToken(token))
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (vouched.numUpdatedRows !== 1n) throw new Problem('staff.invitation-invalid', 410);
    const also = { id: voucher.id, centreId: voucher.centre_id };
    await tellAnswering(tx, { centreId, kind: 'recovery-vouched', by: voucher.id, also, now });
    return {
      result: { staffId: recoveredId, voucherId: voucher.id },
      audit: { subjectId: recoveredId, itemIds: [voucher.id], centreId, fields: ['recovery'] },
    };
  },
});

/** The link, where it is open to a colleague's word. */
async function findRecovery(tx: Transaction<StaffTables>, token: string, now: Date) {
  const link = await tx
    .selectFrom('invitation')
    .innerJoin('staff_member', 'staff_member.id', 'invitation.staff_id')
    .leftJoin('staff_member as voucher', 'voucher.id', 'invitation.vouched_by')
    .where('token_hash', '=', hashToken(token))
    .where('recovers', '=', true)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .where('staff_member.status', '=', 'active')
    .select([
      'staff_member.id',
      'staff_member.centre_id',
      'staff_member.email_mac',
      'opens_at',
      'voucher.status as voucher_status',
    ])
    .executeTakeFirst();
  if (!link) throw new Problem('staff.invitation-invalid', 410);
  if (link.opens_at || link.voucher_status === 'active') throw new Problem('staff.recovery-not-asking', 409);
  return link;
}
