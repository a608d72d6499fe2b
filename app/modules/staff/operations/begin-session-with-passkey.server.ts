import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { deviceShape } from '../device-class.ts';
import { rememberDevice } from '../known-device.server.ts';
import { passkeyProofShape } from '../passkey-answer.server.ts';
import { provePasskey } from '../prove-passkey.server.ts';
import { mintSession, sessionEnd, sessionHours } from '../session.server.ts';
import { isOpen } from '../staff.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * Signs in by a passkey alone: the device is one factor, what it verified its holder by is the other. No address is
 * asked for, so nothing can be tried. Reached through `startPasskeySession`.
 * @throws Problem `session.refused`: unknown or removed key, wrong signature, old challenge, closed account; never
 * told apart. `passkey.copied` for `startPasskeySession` only.
 */
export const beginSessionWithPasskey = operationsOn<StaffTables>()({
  name: 'session.begin-with-passkey',
  input: z.object({
    ...passkeyProofShape,
    deviceToken: z.string().min(20).max(200).optional(),
    device: z.string().regex(deviceShape).optional(),
  }),
  subject: 'session',
  login: 'auth',
  async run(context, input) {
    const { tx, now, today } = context;
    const passkey = await provePasskey(context, input, 'sign-in', undefined);
    if (!passkey) throw new Problem('session.refused', 401);
    const account = await tx
      .selectFrom('staff_member')
      .select(['id', 'centre_id', 'site_id', 'roles', 'status', 'expires_on'])
      .where('id', '=', passkey.staff_id)
      .forUpdate()
      .executeTakeFirst();
    if (!account || !isOpen({ status: account.status, expiresOn: account.expires_on }, today))
      throw new Problem('session.refused', 401);
    await tx
      .updateTable('staff_member')
      .set({ last_sign_in_on: today })
      .where('id', '=', account.id)
      .execute();
    const browser = { token: input.deviceToken, device: input.device };
    if (browser.token)
      await rememberDevice(tx, account.id, { token: browser.token, device: browser.device }, now);
    const { id, token } = await mintSession(tx, {
      kind: 'staff',
      staffId: account.id,
      centreId: account.centre_id,
      siteId: account.site_id,
      roles: account.roles,
      now,
      lasts: sessionHours * 3_600_000,
      method: 'passkey',
      browser,
    });
    return {
      result: { token, sessionId: id, staffId: account.id, expiresAt: sessionEnd(now).toISOString() },
      audit: { subjectId: account.id, centreId: account.centre_id, itemIds: [passkey.id] },
    };
  },
});
