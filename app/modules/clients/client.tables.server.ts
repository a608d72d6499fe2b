import type { Generated, GeneratedAlways, Selectable } from 'kysely';
import type { ConsentStatus } from './consent.ts';
import type { ConsentProofTable } from './consent-proof.tables.server.ts';

/** The countable half of a person: coarse facts under a random id that is also the id of the person's key. */
export interface ClientTable {
  id: string;
  centre_id: string;
  site_id: string | null;
  file_no: string;
  file_status: Generated<string>;
  sex: string;
  birth_year: number | null;
  birth_precision: Generated<'exact' | 'year' | 'estimated' | 'band' | 'unknown'>;
  age_band: string;
  nationalities: string[];
  origin_country: string | null;
  origin_admin1: string | null;
  destinations: string[];
  stage: string;
  purpose: string | null;
  categories: string[];
  languages: string[];
  literacy: string | null;
  education: string | null;
  employment: string | null;
  sector: string | null;
  dependants: number | null;
  heard_via: string | null;
  staff_sex_preference: string | null;
  contact_phone_ok: Generated<boolean>;
  contact_message_ok: Generated<boolean>;
  contact_email_ok: Generated<boolean>;
  restricted: Generated<boolean>;
  minor: Generated<boolean>;
  assigned_to: string | null;
  registered_on: string;
  registered_by: string;
  recorded_at: Date;
  last_contact_on: string | null;
  retention_until: string | null;
  /** The file that this one became part of; such a stub is in no list and counted nowhere. */
  merged_into: Generated<string | null>;
  updated_by: string;
  updated_at: Date;
  version: Generated<number>;
}
export type ClientRow = Selectable<ClientTable>;

export interface ClientIdentityTable {
  client_id: string;
  centre_id: string;
  restricted: Generated<boolean>;
  /** ClientIdentity, under the person's key. */
  sealed: Buffer;
  version: number;
}

export interface ClientRevisionTable {
  client_id: string;
  version: number;
  centre_id: string;
  restricted: Generated<boolean>;
  /** The file as it was before this change: facts and identity. */
  sealed: Buffer;
  fields: string[];
  changed_by: string;
  changed_at: Date;
}

export interface ClientCardTable {
  id: string;
  client_id: string;
  centre_id: string;
  restricted: Generated<boolean>;
  number_mac: Buffer;
  sealed_number: Buffer;
  issued_by: string;
  issued_at: Date;
  revoked_at: Date | null;
}

export interface ConsentTable {
  id: string;
  centre_id: string;
  client_id: string;
  restricted: Generated<boolean>;
  purpose: string;
  status: ConsentStatus;
  form: string | null;
  legal_basis: string;
  explained_in: string;
  checklist: string[];
  /** ConsentProof: witness, guardian, reason in words. */
  sealed_proof: Buffer | null;
  given_on: string;
  valid_until: string | null;
  recorded_by: string;
  recorded_at: Date;
  /** Said once more when two files became one, because the stricter answer was not the newest. */
  merge_id: Generated<string | null>;
  seq: GeneratedAlways<number>;
}

export interface RestrictedReaderTable {
  client_id: string;
  staff_id: string;
  centre_id: string;
  granted_by: string;
  granted_at: Date;
}

export interface PossibleDuplicateTable {
  client_id: string;
  other_client_id: string;
  centre_id: string;
  score: number;
  reasons: string[];
  /** How alike they looked when they were told apart. */
  decided_score: Generated<number | null>;
  /** Told apart once, and much more alike since. */
  asked_again: Generated<boolean>;
  status: Generated<'suspected' | 'not_duplicate' | 'merged'>;
  decided_by: string | null;
  decided_at: Date | null;
  created_at: Date;
}

export interface FileNumberTable {
  centre_id: string;
  year: number;
  last: number;
}

export interface ClientTables {
  client: ClientTable;
  client_identity: ClientIdentityTable;
  client_revision: ClientRevisionTable;
  client_card: ClientCardTable;
  consent: ConsentTable;
  consent_proof: ConsentProofTable;
  restricted_reader: RestrictedReaderTable;
  possible_duplicate: PossibleDuplicateTable;
  file_number: FileNumberTable;
}
