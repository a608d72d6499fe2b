import type { Transaction } from 'kysely';
import { renewInvitation } from './invitation.server.ts';
import { endSessions } from './session.server.ts';
import type { StaffTables } from './staff.tables.server.ts';
import { voidDevices } from './void-devices.server.ts';

interface AccessReset {
  staffId: string;
  centreId: string;
  /** Is the passphrase void too, or only the second factor? */
  everything: boolean;
  by: string | null;
  now: Date;
  hours: number;
  reason: string;
}

/** Makes what was lost void, signs its owner out everywhere, and returns the one link with which they set up anew. */
export async function resetAccess(
  tx: Transaction<StaffTables>,
  given: AccessReset,
): Promise<{ token: string; expiresAt: Date }> {
  const { staffId, centreId, everything, by, now, hours, reason } = given;
  await tx
    .updateTable('staff_credential')
    .set({
      sealed_totp: null,
      totp_last_step: null,
      changed_at: now,
      ...(everything && { passphrase_hash: null }),
    })
    .where('staff_id', '=', staffId)
    .execute();
  await endSessions(tx, staffId, now, reason);
  await voidDevices(tx, staffId);
  return renewInvitation(tx, {
    staffId,
    centreId,
    kind: everything ? 'join' : 'second_factor',
    by,
    now,
    hours,
  });
}
