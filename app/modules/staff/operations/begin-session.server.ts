import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { acceptCode, unsealSeed } from '../one-time-code.server.ts';
import { checkPassphrase } from '../passphrase.server.ts';
import { mintSession, sessionHours } from '../session.server.ts';
import { emailMac } from '../staff-identity.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

export const beginSessionInput = z.object({
  email: z.string().trim().min(1).max(200),
  passphrase: z.string().min(1).max(200),
  code: z.string().trim().min(1).max(20),
});

/**
 * Signs in with passphrase and one-time code. Returns the raw session token for the cookie.
 * @throws Problem `session.refused`: wrong e-mail, passphrase or code, disabled or expired: never told apart,
 * and each takes as long
 */
export const beginSession = operationsOn<StaffTables>()({
  name: 'session.begin',
  input: beginSessionInput,
  subject: 'session',
  login: 'auth',
  async run({ house, tx, now, today }, input) {
    const account = await tx
      .selectFrom('staff_member')
      .leftJoin('staff_credential', 'staff_credential.staff_id', 'staff_member.id')
      .where('email_mac', '=', emailMac(house.vault, input.email))
      .select(['staff_member.id', 'staff_member.centre_id', 'staff_member.site_id', 'staff_member.roles', 'staff_member.status', 'staff_member.expires_on',
        'staff_credential.passphrase_hash', 'staff_credential.sealed_totp', 'staff_credential.totp_last_step'])
      .forUpdate('staff_member')
      .executeTakeFirst();
    const knowsPassphrase = await checkPassphrase(account?.passphrase_hash, input.passphrase);
    const step = account?.sealed_totp
      ? acceptCode(unsealSeed(house.vault, account.id, account.sealed_totp), input.code, now, account.totp_last_step)
      : undefined;
    const open = account?.status === 'active' && (!account.expires_on || account.expires_on >= today);
    if (!account || !knowsPassphrase || step === undefined || !open) throw new Problem('session.refused', 401);
    await tx.updateTable('staff_credential').set({ totp_last_step: step, failures: 0 }).where('staff_id', '=', account.id).execute();
    const { id, token } = await mintSession(tx, {
      kind: 'staff', staffId: account.id, centreId: account.centre_id, siteId: account.site_id, roles: account.roles, now, lasts: sessionHours * 3_600_000,
    });
    return { result: { token, sessionId: id }, audit: { subjectId: account.id, centreId: account.centre_id } };
  },
});
