import type { Generated } from 'kysely';
import type { StaffRole } from '#platform/actor.ts';

export interface StaffMemberTable {
  id: string;
  centre_id: string;
  site_id: string | null;
  /** StaffIdentity, sealed for the house. */
  sealed_identity: Buffer;
  email_mac: Buffer;
  roles: StaffRole[];
  status: 'invited' | 'active' | 'disabled';
  expires_on: string | null;
  language: string;
  created_at: Date;
  updated_at: Date;
  left_at: Date | null;
  /** The person's own choice; else the calendar of their language. */
  calendar: string | null;
  last_sign_in_on: string | null;
  version: Generated<number>;
}

export interface StaffCredentialTable {
  staff_id: string;
  passphrase_hash: string | null;
  sealed_totp: Buffer | null;
  totp_last_step: number | null;
  failures: Generated<number>;
  last_failure_at: Date | null;
  changed_at: Date;
}

export interface SessionTable {
  id: string;
  token_hash: Buffer;
  kind: 'staff' | 'job';
  staff_id: string | null;
  centre_id: string;
  site_id: string | null;
  roles: string[];
  created_at: Date;
  expires_at: Date;
  last_seen_at: Date;
  locked_at: Date | null;
  step_up_at: Date | null;
  ended_at: Date | null;
  ended_reason: string | null;
}

export interface InvitationTable {
  token_hash: Buffer;
  staff_id: string;
  centre_id: string;
  kind: 'join' | 'second_factor';
  invited_by: string | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
}

export interface SignInLimitTable {
  bucket_mac: Buffer;
  failures: number;
  window_start: Date;
}

export interface KnownDeviceTable {
  token_hash: Buffer;
  staff_id: string;
  created_at: Date;
  last_used_at: Date;
}

/** What a colleague must hear of their own account. */
export type StaffNoticeKind =
  | 'second-factor-reset'
  | 'access-reset'
  | 'roles-changed'
  | 'work-received'
  | 'access-recovered';

export interface StaffNoticeTable {
  id: string;
  centre_id: string;
  staff_id: string;
  kind: StaffNoticeKind;
  by_staff: string | null;
  at: Date;
  read_at: Date | null;
}

export interface StaffTables {
  staff_member: StaffMemberTable;
  staff_credential: StaffCredentialTable;
  session: SessionTable;
  invitation: InvitationTable;
  sign_in_limit: SignInLimitTable;
  known_device: KnownDeviceTable;
  staff_notice: StaffNoticeTable;
}
