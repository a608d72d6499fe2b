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
  /** `program`: another program with a token; it never signs in and is nobody's colleague. */
  status: 'invited' | 'active' | 'disabled' | 'program';
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
  kind: 'staff' | 'job' | 'token';
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
  /** Coarse class of the browser, `chrome/android`. */
  device: string | null;
  /** Hash of the browser's own secret at sign-in: a PIN resumes the session in that browser only. */
  device_hash: Buffer | null;
  method: Generated<SignInMethod>;
}

/** How a session was begun: passphrase and code, a passkey, the link of an invitation, or the network's provider. */
export type SignInMethod = 'code' | 'passkey' | 'link' | 'provider';

/** A device's key. The private half never leaves the device. */
export interface PasskeyTable {
  id: string;
  staff_id: string;
  centre_id: string;
  credential_id: Buffer;
  public_key: Buffer;
  counter: number;
  transports: string[];
  /** The name of the house by which it was made. */
  rp_id: string;
  /** Kept in several places by its maker (a password manager), so that it has no counter. */
  synced: boolean;
  /** What its owner calls it, sealed for the house. */
  sealed_name: Buffer;
  created_at: Date;
  last_used_on: string | null;
  suspected_at: Date | null;
}

export type PasskeyPurpose = 'sign-in' | 'register' | 'step-up' | 'unlock';

export interface PasskeyChallengeTable {
  challenge_hash: Buffer;
  browser_hash: Buffer;
  purpose: PasskeyPurpose;
  staff_id: string | null;
  expires_at: Date;
}

export interface StaffPinTable {
  staff_id: string;
  centre_id: string;
  pin_hash: string;
  set_at: Date;
  failures: Generated<number>;
}

/** A colleague's account at the network's provider. */
export interface ProviderLinkTable {
  staff_id: string;
  centre_id: string;
  /** Keyed hash of issuer and subject. */
  subject_mac: Buffer;
  linked_at: Date;
  last_used_on: string | null;
}

export type ProviderPurpose = 'sign-in' | 'link';

export interface ProviderAttemptTable {
  state_hash: Buffer;
  browser_hash: Buffer;
  purpose: ProviderPurpose;
  staff_id: string | null;
  /** ProviderSecrets, sealed for the house. */
  sealed_secrets: Buffer;
  expires_at: Date;
  asked_at: Date | null;
  subject_mac: Buffer | null;
  email_mac: Buffer | null;
  strong: Generated<boolean>;
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
  /** Made with the recovery sheet: alone it opens nothing. */
  recovers: Generated<boolean>;
  /** Where nobody could vouch: when the wait is over. */
  opens_at: Generated<Date | null>;
  vouched_by: Generated<string | null>;
  vouched_at: Generated<Date | null>;
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
  id: Generated<string>;
  device: string | null;
}

/** A browser at which several people of one centre work in turn. */
export interface SharedDeviceTable {
  /** Hash of the browser's own secret. */
  token_hash: Buffer;
  centre_id: string;
  marked_by: string;
  marked_at: Date;
}

/** What a colleague must hear of their own account, of files of theirs, and of reading that they are to review. */
export type StaffNoticeKind =
  | 'second-factor-reset'
  | 'access-reset'
  | 'roles-changed'
  | 'work-received'
  | 'access-recovered'
  | 'recovery-asked'
  | 'recovery-vouched'
  | 'recovery-waits'
  | 'passkey-added'
  | 'provider-linked'
  | 'passkey-suspected'
  | 'retention-waiting'
  | 'retention-stopped'
  | 'sessions-ended'
  | 'house-opened-by-key'
  | 'file-opened'
  | 'files-opened'
  | 'break-glass-opened'
  | 'break-glass-review'
  | 'break-glass-overdue'
  | 'reading-flagged';

export interface StaffNoticeTable {
  id: string;
  centre_id: string;
  staff_id: string;
  kind: StaffNoticeKind;
  by_staff: string | null;
  at: Date;
  read_at: Date | null;
  /** The file it is about, where it is about one. */
  client_id: string | null;
  /** What it leads to: an emergency access. */
  subject_id: string | null;
  count: number | null;
}

export interface StaffTables {
  staff_member: StaffMemberTable;
  staff_credential: StaffCredentialTable;
  session: SessionTable;
  invitation: InvitationTable;
  sign_in_limit: SignInLimitTable;
  known_device: KnownDeviceTable;
  shared_device: SharedDeviceTable;
  staff_notice: StaffNoticeTable;
  passkey: PasskeyTable;
  passkey_challenge: PasskeyChallengeTable;
  staff_pin: StaffPinTable;
  provider_link: ProviderLinkTable;
  provider_attempt: ProviderAttemptTable;
}
