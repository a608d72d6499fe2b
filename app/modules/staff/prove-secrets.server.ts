import { sql, type Transaction } from 'kysely';
import type { StaffRole } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import { acceptCode, unsealSeed } from './one-time-code.server.ts';
import { checkPassphrase } from './passphrase.server.ts';
import { isOpen } from './staff.ts';
import { emailMac } from './staff-identity.server.ts';
import type { StaffTables } from './staff.tables.server.ts';
import { stillStands } from './still-stands.server.ts';
import { inOpenCentre } from './suspended-centre.server.ts';

export interface ProvenAccount {
  id: string;
  centre_id: string;
  email_mac: Buffer;
  site_id: string | null;
  roles: StaffRole[];
  status: 'invited' | 'active' | 'disabled' | 'program';
  expires_on: string | null;
}

interface Secrets {
  email: string;
  passphrase: string;
  code: string;
}

/**
 * Whose e-mail, passphrase and one-time code these are; the code is used up.
 * Guessing limits stand around it in whoever calls.
 * @param fits which accounts are asked for; one that does not fit is refused as if the secrets were wrong
 * @throws Problem `session.refused` (401): whatever is wrong, never told apart, and each takes as long
 */
export async function proveSecrets(
  house: House,
  tx: Transaction<StaffTables>,
  input: Secrets,
  { now, today, fits = () => true }: { now: Date; today: string; fits?: (account: ProvenAccount) => boolean },
): Promise<ProvenAccount> {
  // Somebody may work for two centres of the house under one address.
  const accounts = await tx
    .selectFrom('staff_member')
    .leftJoin('staff_credential', 'staff_credential.staff_id', 'staff_member.id')
    .where('email_mac', '=', emailMac(house.vault, input.email))
    .where(inOpenCentre)
    .select([
      'staff_member.id',
      'staff_member.centre_id',
      'staff_member.email_mac',
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
  for (const account of accounts.length > 0 ? accounts : [undefined]) {
    const knowsPassphrase = await checkPassphrase(account?.passphrase_hash, input.passphrase);
    const step = account?.sealed_totp
      ? acceptCode(
          unsealSeed(house.vault, account.id, account.sealed_totp),
          input.code,
          now,
          account.totp_last_step,
        )
      : undefined;
    if (!account || !knowsPassphrase || step === undefined) continue;
    if (!isOpen({ status: account.status, expiresOn: account.expires_on }, today)) continue;
    if (!fits(account)) continue;
    if (!(await stillStands(tx, account, step))) continue;
    return account;
  }
  await spendEvenly(tx, accounts.length, input.passphrase);
  throw new Problem('session.refused', 401);
}

/** Accounts of one address that a refusal does not tell apart from none. */
const evenChecks = 3;

/**
 * One check was made for each account of the address, and one where there is none. In a house of several centres the
 * time of a refusal would tell how many there are; so as many are made up.
 */
async function spendEvenly(
  tx: Transaction<StaffTables>,
  accounts: number,
  passphrase: string,
): Promise<void> {
  const { rows } = await sql<{ several: boolean }>`select count(*) > 1 as several from centre`.execute(tx);
  if (!rows[0]?.several) return;
  for (let made = Math.max(1, accounts); made < evenChecks; made += 1)
    await checkPassphrase(null, passphrase);
}
