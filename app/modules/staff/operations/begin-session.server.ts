import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { deviceShape } from '../device-class.ts';
import { rememberDevice } from '../known-device.server.ts';
import { acceptCode, unsealSeed } from '../one-time-code.server.ts';
import { checkPassphrase } from '../passphrase.server.ts';
import { revivePin } from '../staff-pin.server.ts';
import { mintSession, sessionEnd, sessionHours } from '../session.server.ts';
import { isOpen } from '../staff.ts';
import { emailMac } from '../staff-identity.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { stillStands } from '../still-stands.server.ts';
import { inOpenCentre } from '../suspended-centre.server.ts';

export const beginSessionInput = z.object({
  email: z.string().trim().min(1).max(200),
  passphrase: z.string().min(1).max(200),
  code: z.string().trim().min(1).max(20),
  /** The browser's own long-lived secret, so that its owner is never locked out by strangers' guesses. */
  deviceToken: z.string().min(20).max(200).optional(),
  /** The browser's coarse class, so that its owner knows it again in the list of sessions. */
  device: z.string().regex(deviceShape).optional(),
});

/**
 * Signs in with passphrase and one-time code. Returns the raw session token for the cookie.
 * Guessing limits stand around it in `startSession`.
 * @throws Problem `session.refused`: wrong e-mail, passphrase or code, disabled or expired: never told apart,
 * and each takes as long
 */
export const beginSession = operationsOn<StaffTables>()({
  name: 'session.begin',
  input: beginSessionInput,
  subject: 'session',
  login: 'auth',
  async run({ house, tx, now, today }, input) {
    // Somebody may work for two centres of the house under one address.
    const accounts = await tx
      .selectFrom('staff_member')
      .leftJoin('staff_credential', 'staff_credential.staff_id', 'staff_member.id')
      .where('email_mac', '=', emailMac(house.vault, input.email))
      .where(inOpenCentre)
      .select([
        'staff_member.id',
        'staff_member.centre_id',
        'staff_member.site_id',
        'staff_member.roles',
        'staff_member.status',
        'staff_member.expires_on',
        'staff_credential.passphrase_hash',
        'staff_credential.sealed_totp',
        'staff_credential.totp_last_step',
      ])
      .orderBy('staff_member.id')
      .limit(5)
      .execute();
    for (const account of accounts.length > 0 ? accounts : [undefined]) {
      const knowsPassphrase = await checkPassphrase(account?.passphrase_hash, input.passphrase);
      const step = account?.sealed_totp
        ? acceptCode(
            unsealSeed(house.vault, account.id, account.sealed_totp),
            input.code,
            now,
            account.totp_last_step,
          )
        : undefined;
      if (!account || !knowsPassphrase || step === undefined) continue;
      if (!isOpen({ status: account.status, expiresOn: account.expires_on }, today)) continue;
      if (!(await stillStands(tx, account, step))) continue;
      await tx
        .updateTable('staff_member')
        .set({ last_sign_in_on: today })
        .where('id', '=', account.id)
        .execute();
      const browser = { token: input.deviceToken, device: input.device };
      if (browser.token)
        await rememberDevice(tx, account.id, { token: browser.token, device: browser.device }, now);
      await revivePin(tx, account.id);
      const { id, token } = await mintSession(tx, {
        kind: 'staff',
        staffId: account.id,
        centreId: account.centre_id,
        siteId: account.site_id,
        roles: account.roles,
        now,
        lasts: sessionHours * 3_600_000,
        browser,
      });
      return {
        result: { token, sessionId: id, staffId: account.id, expiresAt: sessionEnd(now).toISOString() },
        audit: { subjectId: account.id, centreId: account.centre_id },
      };
    }
    await spendEvenly(tx, accounts.length, input.passphrase);
    throw new Problem('session.refused', 401);
  },
});

/** Accounts of one address that a refusal does not tell apart from none. */
const evenChecks = 3;

/**
 * One check was made for each account of the address, and one where there is none. In a house of several centres the
 * time of a refusal would tell how many there are; so as many are made up.
 */
async function spendEvenly(
  tx: Transaction<StaffTables>,
  accounts: number,
  passphrase: string,
): Promise<void> {
  const { rows } = await sql<{ several: boolean }>`select count(*) > 1 as several from centre`.execute(tx);
  if (!rows[0]?.several) return;
  for (let made = Math.max(1, accounts); made < evenChecks; made += 1)
    await checkPassphrase(null, passphrase);
}
