import type { Generated, Selectable } from 'kysely';
import type { EndReason, GuardianRelation, HouseholdRelation } from './household.ts';

export interface HouseholdTable {
  id: string;
  centre_id: string;
  opened_by: string;
  opened_at: Date;
  closed_by: Generated<string | null>;
  closed_on: Generated<string | null>;
}

export interface HouseholdMemberTable {
  id: string;
  household_id: string;
  centre_id: string;
  client_id: string;
  relation: HouseholdRelation;
  from_on: string;
  until_on: Generated<string | null>;
  added_by: string;
  added_at: Date;
  ended_by: Generated<string | null>;
}

export interface GuardianshipTable {
  id: string;
  centre_id: string;
  child_id: string;
  guardian_id: string | null;
  /** OutsideGuardian, under the child's key. */
  sealed_guardian: Buffer | null;
  relation: GuardianRelation;
  assent: boolean;
  /** Why it goes without the child's word, under the child's key. */
  sealed_note: Buffer | null;
  from_on: string;
  set_by: string;
  set_at: Date;
  until_on: Generated<string | null>;
  ended_by: Generated<string | null>;
  ended_because: Generated<EndReason | 'merged' | null>;
}

export type HouseholdRow = Selectable<HouseholdTable>;
export type MemberRow = Selectable<HouseholdMemberTable>;
export type GuardianshipRow = Selectable<GuardianshipTable>;

export interface HouseholdTables {
  household: HouseholdTable;
  household_member: HouseholdMemberTable;
  guardianship: GuardianshipTable;
}
