import type { Generated, GeneratedAlways, Selectable } from 'kysely';
import type { FollowUpOutcome, FollowUpWay, ContactWho } from './contact.ts';

/** The ledger. Facts that may be counted stand in clear; what was said is sealed. */
export interface ContactTable {
  id: string;
  centre_id: string;
  site_id: string;
  kind: Generated<string>;
  who: ContactWho;
  client_id: string | null;
  restricted: boolean;
  asker_role: string;
  channel: string;
  channel_group: string;
  direction: string;
  occurred_on: string;
  started_at: Date;
  minutes: number;
  language: string;
  interpreter: boolean;
  topics: string[];
  main_topic: GeneratedAlways<string>;
  corridor_from: string | null;
  corridor_to: string | null;
  result: string;
  stay_option_explained: boolean;
  risk_info_given: boolean;
  options_explained: string[];
  documents_given: string[];
  third_party_present: boolean;
  private_space: boolean | null;
  intention_before: string | null;
  intention_after: string | null;
  likelihood_before: number | null;
  likelihood_after: number | null;
  knowledge_before: number | null;
  knowledge_after: number | null;
  knows_whom_to_contact: boolean | null;
  satisfaction: number | null;
  sex: string;
  age_band: string;
  stage: string;
  nationality: string | null;
  district: string | null;
  first_time: boolean;
  people: number;
  urgent: boolean;
  /** ContactNote, under the client's key or, without a client, the contact's own. */
  sealed_note: Buffer | null;
  counsellor_id: string;
  recorded_by: string;
  recorded_at: Date;
  entered_later: boolean;
  voided_at: Date | null;
  voided_by: string | null;
  version: Generated<number>;
}
export type ContactRow = Selectable<ContactTable>;

export interface ContactClientTable {
  contact_id: string;
  client_id: string;
  centre_id: string;
  occurred_on: string;
  voided: Generated<boolean>;
}

export interface ContactRevisionTable {
  contact_id: string;
  version: number;
  centre_id: string;
  restricted: boolean;
  client_id: string | null;
  sealed: Buffer;
  changed_by: string;
  changed_at: Date;
}

export interface FollowUpTable {
  id: string;
  centre_id: string;
  client_id: string;
  restricted: boolean;
  contact_id: string | null;
  due_on: string;
  way: FollowUpWay;
  assigned_to: string;
  sealed_note: Buffer | null;
  reminder: Generated<'none' | 'planned' | 'sent' | 'withdrawn'>;
  outcome: FollowUpOutcome | null;
  closed_by: string | null;
  closed_at: Date | null;
  created_by: string;
  created_at: Date;
  version: Generated<number>;
}
export type FollowUpRow = Selectable<FollowUpTable>;

export interface ContactTables {
  contact: ContactTable;
  contact_client: ContactClientTable;
  contact_revision: ContactRevisionTable;
  follow_up: FollowUpTable;
}
