import type { Transaction } from 'kysely';
import { newToken } from '#platform/house.server.ts';
import { hashToken } from './session.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** Hours in which an invitation can be accepted. */
export const invitationHours = 72;

interface NewInvitation {
  staffId: string;
  centreId: string;
  kind: 'join' | 'second_factor';
  by: string | null;
  now: Date;
  hours?: number;
  /** Made with the recovery sheet; `opensAt`: it opens by itself then, else when a colleague vouched. */
  recovery?: { opensAt: Date | null };
}

/** Makes the one link that is valid for this person; earlier ones are void. The token is returned once and never stored. */
export async function renewInvitation(
  tx: Transaction<StaffTables>,
  given: NewInvitation,
): Promise<{ token: string; expiresAt: Date }> {
  await voidInvitations(tx, given.staffId, given.now);
  const token = newToken();
  const from = given.recovery?.opensAt ?? given.now;
  const expiresAt = new Date(from.getTime() + (given.hours ?? invitationHours) * 3_600_000);
  await tx
    .insertInto('invitation')
    .values({
      token_hash: hashToken(token),
      staff_id: given.staffId,
      centre_id: given.centreId,
      kind: given.kind,
      invited_by: given.by,
      created_at: given.now,
      expires_at: expiresAt,
      ...(given.recovery && { recovers: true, opens_at: given.recovery.opensAt }),
    })
    .execute();
  return { token, expiresAt };
}

export async function voidInvitations(
  tx: Transaction<StaffTables>,
  staffId: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}
