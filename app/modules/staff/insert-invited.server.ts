import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { StaffRole } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { renewInvitation } from './invitation.server.ts';
import { emailMac, sealStaffIdentity } from './staff-identity.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

interface Invited {
  centreId: string;
  siteId: string | null;
  name: string;
  email: string;
  language: string;
  roles: StaffRole[];
  by: string | null;
  now: Date;
}

/**
 * A new account with its invitation, in the caller's transaction (auth login). The token is returned once.
 * @param path of the e-mail in the caller's input @throws `field.account-exists` there
 */
export async function insertInvited(
  house: House,
  tx: Transaction<StaffTables>,
  given: Invited,
  path = 'email',
): Promise<{ staffId: string; token: string; expiresAt: string }> {
  const mac = emailMac(house.vault, given.email);
  const taken = await tx
    .selectFrom('staff_member')
    .select('id')
    .where('centre_id', '=', given.centreId)
    .where('email_mac', '=', mac)
    .executeTakeFirst();
  if (taken) throw fieldProblem(path, 'account-exists');
  const staffId = randomUUID();
  await tx
    .insertInto('staff_member')
    .values({
      id: staffId,
      centre_id: given.centreId,
      site_id: given.siteId,
      email_mac: mac,
      sealed_identity: sealStaffIdentity(house.vault, staffId, { name: given.name, email: given.email }),
      roles: given.roles,
      status: 'invited',
      expires_on: null,
      language: given.language,
      created_at: given.now,
      updated_at: given.now,
    })
    .execute();
  const { token, expiresAt } = await renewInvitation(tx, {
    staffId,
    centreId: given.centreId,
    kind: 'join',
    by: given.by,
    now: given.now,
  });
  return { staffId, token, expiresAt: expiresAt.toISOString() };
}
