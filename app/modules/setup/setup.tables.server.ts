import type { CentreTables } from '#modules/centres/index.server.ts';
import type { StaffTables } from '#modules/staff/index.server.ts';

export interface HouseTable {
  id: string;
  setup_completed_at: Date | null;
  recovery_made_at: Date | null;
  recovery_confirmed_at: Date | null;
}

export interface SetupCodeTable {
  token_hash: Buffer;
  created_at: Date;
  expires_at: Date;
}

export interface SetupDraftTable {
  house_id: string;
  /** SetupDraft, sealed for the house. */
  sealed: Buffer;
  updated_at: Date;
}

/** Who opens the house after a start; the module `sealing` carries it out. */
export interface UnlockChoiceTable {
  house_id: string;
  mode: 'automatic' | 'person';
  people: number;
  chosen_at: Date;
  chosen_by: string | null;
}

/** Set-up is the one place that writes a centre, its first coordinator and the house at once. */
export interface SetupTables extends CentreTables, StaffTables {
  house: HouseTable;
  setup_code: SetupCodeTable;
  unlock_choice: UnlockChoiceTable;
  setup_draft: SetupDraftTable;
}
