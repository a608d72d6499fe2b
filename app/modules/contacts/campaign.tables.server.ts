import type { Generated } from 'kysely';
import type { CallOutcome, CampaignRound } from './campaign.ts';

/** One call about somebody's decision. Codes only: what is said on the phone beyond them belongs into a contact's note. */
export interface CampaignCallTable {
  id: string;
  centre_id: string;
  client_id: string;
  /** The first counselling of the episode. */
  contact_id: string;
  round: CampaignRound;
  due_on: string;
  /** The call stands on the list from here to `closes_on`. */
  opens_on: string;
  closes_on: string;
  assigned_to: string;
  outcome: CallOutcome | null;
  decision: string | null;
  likelihood_before: number | null;
  likelihood_now: number | null;
  knows_whom_to_contact: boolean | null;
  result_contact_id: string | null;
  closed_at: Date | null;
  closed_by: string | null;
  created_at: Date;
  version: Generated<number>;
}

export interface CampaignAttemptTable {
  id: string;
  centre_id: string;
  call_id: string;
  outcome: string;
  hour: number;
  at: Date;
  by_staff: string;
}

export interface CampaignTables {
  campaign_call: CampaignCallTable;
  campaign_attempt: CampaignAttemptTable;
}
