import type { Transaction } from 'kysely';
import { stepsAhead } from './one-time-code.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

interface Proven {
  id: string;
  status: string;
  roles: string[];
  expires_on: string | null;
  passphrase_hash: string | null;
}

/**
 * Takes the code's step (where a code was asked for), unless somebody took it at the same moment or the account changed while the passphrase was being
 * checked. Only now is anything locked: to wait for a lock before the check would tell strangers which accounts there are.
 */
export async function stillStands(
  tx: Transaction<StaffTables>,
  account: Proven,
  step: number | undefined,
): Promise<boolean> {
  const member = await tx
    .selectFrom('staff_member')
    .select(['status', 'roles', 'expires_on'])
    .where('id', '=', account.id)
    .forUpdate()
    .executeTakeFirst();
  const same =
    member?.status === account.status &&
    member.expires_on === account.expires_on &&
    member.roles.join() === account.roles.join();
  if (!same) return false;
  if (step === undefined) return true;
  const taken = await tx
    .updateTable('staff_credential')
    .set({ totp_last_step: step, failures: 0 })
    .where('staff_id', '=', account.id)
    .where('passphrase_hash', '=', account.passphrase_hash)
    .where('sealed_totp', 'is not', null)
    .where((either) =>
      either.or([
        either('totp_last_step', 'is', null),
        either('totp_last_step', '<', step),
        either('totp_last_step', '>', step + stepsAhead),
      ]),
    )
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}
