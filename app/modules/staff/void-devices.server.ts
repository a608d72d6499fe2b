import type { Transaction } from 'kysely';
import { forgetDevices } from './known-device.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** After a lost device nothing that a device kept may count: known browsers, passkeys, the PIN, an account at a provider. */
export async function voidDevices(tx: Transaction<StaffTables>, staffId: string): Promise<void> {
  await forgetDevices(tx, staffId);
  await tx.deleteFrom('passkey').where('staff_id', '=', staffId).execute();
  await tx.deleteFrom('provider_link').where('staff_id', '=', staffId).execute();
  await tx.deleteFrom('staff_pin').where('staff_id', '=', staffId).execute();
}
