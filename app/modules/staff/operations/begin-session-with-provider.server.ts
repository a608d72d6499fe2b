import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { deviceShape } from '../device-class.ts';
import { rememberDevice } from '../known-device.server.ts';
import { acceptCode, unsealSeed } from '../one-time-code.server.ts';
import { takeNamed } from '../provider-attempt.server.ts';
import { mintSession, sessionEnd, sessionHours } from '../session.server.ts';
import { isOpen } from '../staff.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { stillStands } from '../still-stands.server.ts';
import { inOpenCentre } from '../suspended-centre.server.ts';

/**
 * Signs in whom the network's provider named, when that account was linked by its owner and has the address that the
 * provider has verified; with the house's own code, unless the provider saw a second factor that the operator trusts.
 * Roles are the house's own. Reached through `startProviderSession`.
 * @throws Problem `session.refused`: nobody named, not linked, another address, closed account, wrong code; never told apart
 */
export const beginSessionWithProvider = operationsOn<StaffTables>()({
  name: 'session.begin-with-provider',
  input: z.object({
    state: z.string().min(20).max(200),
    browser: z.string().min(20).max(200),
    code: z.string().trim().max(20).default(''),
    deviceToken: z.string().min(20).max(200).optional(),
    device: z.string().regex(deviceShape).optional(),
  }),
  subject: 'session',
  login: 'auth',
  async run({ house, tx, now, today }, input) {
    const named = await takeNamed(tx, input, { purpose: 'sign-in', staffId: null, now });
    if (!named) throw new Problem('session.refused', 401);
    const accounts = await tx
      .selectFrom('provider_link')
      .innerJoin('staff_member', 'staff_member.id', 'provider_link.staff_id')
      .innerJoin('staff_credential', 'staff_credential.staff_id', 'staff_member.id')
      .where('provider_link.subject_mac', '=', named.subjectMac)
      .where('staff_member.email_mac', '=', named.emailMac)
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
    for (const account of accounts) {
      const { id, sealed_totp: sealed, totp_last_step: last } = account;
      if (!isOpen({ status: account.status, expiresOn: account.expires_on }, today)) continue;
      const step =
        sealed && !named.strong
          ? acceptCode(unsealSeed(house.vault, id, sealed), input.code, now, last)
          : undefined;
      if (!named.strong && step === undefined) continue;
      if (!(await stillStands(tx, account, step))) continue;
      await tx.updateTable('staff_member').set({ last_sign_in_on: today }).where('id', '=', id).execute();
      await tx.updateTable('provider_link').set({ last_used_on: today }).where('staff_id', '=', id).execute();
      const browser = { token: input.deviceToken, device: input.device };
      if (browser.token) await rememberDevice(tx, id, { token: browser.token, device: browser.device }, now);
      const session = await mintSession(tx, {
        kind: 'staff',
        staffId: id,
        centreId: account.centre_id,
        siteId: account.site_id,
        roles: account.roles,
        now,
        lasts: sessionHours * 3_600_000,
        method: 'provider',
        steppedUp: !named.strong,
        browser,
      });
      return {
        result: {
          token: session.token,
          sessionId: session.id,
          staffId: id,
          expiresAt: sessionEnd(now).toISOString(),
        },
        audit: { subjectId: id, centreId: account.centre_id },
      };
    }
    throw new Problem('session.refused', 401);
  },
});
