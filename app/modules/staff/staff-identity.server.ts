import type { Vault } from '#platform/vault/vault.server.ts';

/** Who a member of staff is. Sealed too: a stolen list of the people who help is a danger of its own. */
export interface StaffIdentity {
  name: string;
  email: string;
  phone?: string;
}

const placeOf = (staffId: string) => ({ table: 'staff_member', column: 'sealed_identity', row: staffId });

export const sealStaffIdentity = (vault: Vault, staffId: string, identity: StaffIdentity): Buffer =>
  vault.sealForHouse(placeOf(staffId), identity);

export const unsealStaffIdentity = (vault: Vault, staffId: string, sealed: Buffer): StaffIdentity =>
  vault.unsealForHouse(placeOf(staffId), sealed);

/** The same address always gives the same hash, whatever its case, so that it can be found and is not readable. */
export const emailMac = (vault: Vault, email: string): Buffer =>
  vault.mac('staff-email', email.trim().toLowerCase());
