import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { deviceShape } from '../device-class.ts';
import { rememberDevice } from '../known-device.server.ts';
import { proveSecrets } from '../prove-secrets.server.ts';
import { revivePin } from '../staff-pin.server.ts';
import { mintSession, sessionEnd, sessionHours } from '../session.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

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
    const account = await proveSecrets(house, tx, input, { now, today });
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
  },
});
