import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { sealSeed } from './one-time-code.server.ts';
import { emailMac, sealStaffIdentity } from './staff-identity.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** Secrets that were proven already: the passphrase as its hash, the seed with the time step of the code that proved it. */
export interface CoordinatorSecrets {
  name: string;
  email: string;
  language: string;
  passphraseHash: string;
  seed: string;
  step: number;
}

/** The first coordinator of a new centre, in the transaction of the guided set-up. */
export async function createCoordinator(
  house: House,
  tx: Transaction<StaffTables>,
  place: { centreId: string; siteId: string | null; now: Date },
  given: CoordinatorSecrets,
): Promise<string> {
  const staffId = randomUUID();
  const { centreId, siteId, now } = place;
  await tx
    .insertInto('staff_member')
    .values({
      id: staffId,
      centre_id: centreId,
      site_id: siteId,
      email_mac: emailMac(house.vault, given.email),
      sealed_identity: sealStaffIdentity(house.vault, staffId, { name: given.name, email: given.email }),
      roles: ['coordinator'],
      status: 'active',
      expires_on: null,
      language: given.language,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await tx
    .insertInto('staff_credential')
    .values({
      staff_id: staffId,
      passphrase_hash: given.passphraseHash,
      sealed_totp: sealSeed(house.vault, staffId, given.seed),
      totp_last_step: given.step,
      changed_at: now,
    })
    .execute();
  return staffId;
}
