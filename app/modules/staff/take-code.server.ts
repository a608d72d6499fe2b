import type { Transaction } from 'kysely';
import type { Vault } from '#platform/vault/vault.server.ts';
import { acceptCode, unsealSeed } from './one-time-code.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** Was this code right at that moment? It counts once, whenever it is looked at. */
export async function takeCode(
  vault: Vault,
  tx: Transaction<StaffTables>,
  { staffId, code, at }: { staffId: string; code: string; at: Date },
): Promise<boolean> {
  const credential = await tx
    .selectFrom('staff_credential')
    .select(['sealed_totp', 'totp_last_step'])
    .where('staff_id', '=', staffId)
    .forUpdate()
    .executeTakeFirst();
  if (!credential?.sealed_totp) return false;
  const step = acceptCode(
    unsealSeed(vault, staffId, credential.sealed_totp),
    code,
    at,
    credential.totp_last_step,
  );
  if (step === undefined) return false;
  await tx
    .updateTable('staff_credential')
    .set({ totp_last_step: step })
    .where('staff_id', '=', staffId)
    .execute();
  return true;
}
