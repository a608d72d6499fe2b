import type { Kysely } from 'kysely';
import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { tellProven } from '#platform/vault/proven-secret.server.ts';
import { limitGuesses } from './guess-limit.server.ts';
import { acceptInvitation } from './operations/accept-invitation.server.ts';
import { stillWaits } from './recovery.ts';
import { centreOf } from './recovery-centre.server.ts';
import { hashToken } from './session.server.ts';
import { unsealStaffIdentity } from './staff-identity.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

export interface OpenInvitation {
  kind: 'join' | 'second_factor';
  name: string;
  email: string;
  /** The recovery sheet made it: it opens at that hour, or when a colleague has vouched. */
  waits?: { until: Date | null; timeZone: string };
}

/** What the holder of a link may see once they asked for it by a button; undefined for any link that is not valid. */
export async function findInvitation(house: House, token: string): Promise<OpenInvitation | undefined> {
  if (token.length < 20 || token.length > 200) return undefined;
  const database: Kysely<StaffTables> = house.databases.auth;
  const row = await database
    .selectFrom('invitation')
    .innerJoin('staff_member', 'staff_member.id', 'invitation.staff_id')
    .leftJoin('staff_member as voucher', 'voucher.id', 'invitation.vouched_by')
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('invitation.expires_at', '>', house.clock.now())
    .where('staff_member.status', '!=', 'disabled')
    .select([
      'invitation.kind',
      'invitation.recovers',
      'invitation.opens_at',
      'voucher.status as voucher_status',
      'staff_member.id',
      'staff_member.centre_id',
      'staff_member.sealed_identity',
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, email } = unsealStaffIdentity(house.vault, row.id, row.sealed_identity);
  const { kind, recovers, opens_at: until, voucher_status: voucherStatus } = row;
  if (!stillWaits({ recovers, opensAt: until, voucherStatus }, house.clock.now()))
    return { kind, name, email };
  const { timeZone } = await centreOf(database, row.centre_id);
  return { kind, name, email, waits: { until, timeZone } };
}

/** Accepts under a limit of ten wrong passphrases or codes a link. */
export async function acceptLink(house: House, input: { token: string } & Record<string, unknown>) {
  const mac = house.vault.mac('guess', `invitation/${hashToken(input.token).toString('hex')}`);
  const session = await limitGuesses(house, [{ mac, limit: 10, clears: true }], () =>
    execute(house, acceptInvitation, publicActor, input),
  );
  const { passphrase } = input;
  if (typeof passphrase === 'string') await tellProven(house, { staffId: session.staffId, passphrase });
  return session;
}
