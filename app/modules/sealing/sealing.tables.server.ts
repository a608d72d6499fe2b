import type { CentreTables } from '#modules/centres/index.server.ts';
import type { StaffTables } from '#modules/staff/index.server.ts';

export interface UnlockPersonTable {
  staff_id: string;
  centre_id: string;
  /** The keeper's own key, sealed for the house, so that an open house can hand out anew. */
  sealed_key: Buffer;
  /** The root key, or a share of it, under that key. */
  granted: Buffer | null;
  /** Which splitting the share belongs to; null for the whole root key. */
  split_id: string | null;
  made_at: Date;
}

export interface UnlockWrapTable {
  id: string;
  staff_id: string;
  centre_id: string;
  kind: 'passphrase' | 'passkey';
  passkey_id: string | null;
  /** SHA-256 of the credential's id. */
  credential_hash: Buffer | null;
  /** KiB and passes of Argon2id; null for a passkey. */
  memory: number | null;
  passes: number | null;
  /** The keeper's own key under the secret. */
  wrapped: Buffer;
  made_on: string;
}

export interface UnlockChoiceTable {
  house_id: string;
  mode: 'automatic' | 'person';
  people: number;
  chosen_at: Date;
  chosen_by: string | null;
  carried_out_at: Date | null;
}

interface HouseTable {
  id: string;
  recovery_made_at: Date | null;
  recovery_confirmed_at: Date | null;
}

export interface SealingTables extends CentreTables, StaffTables {
  house: HouseTable;
  unlock_person: UnlockPersonTable;
  unlock_wrap: UnlockWrapTable;
  unlock_choice: UnlockChoiceTable;
}
