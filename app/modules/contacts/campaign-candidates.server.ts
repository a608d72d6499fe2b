import { sql, type Transaction } from 'kysely';
import type { CampaignRound } from './campaign.ts';
import type { CampaignTables } from './campaign.tables.server.ts';
import type { ContactTables } from './contact.tables.server.ts';

export interface CampaignDays {
  first: number;
  second: number;
  /** Days before and after the day itself on which the call may be made. */
  window: number;
}

export interface CampaignCandidate {
  contactId: string;
  clientId: string;
  counsellorId: string;
  round: CampaignRound;
  dueOn: string;
  likelihoodBefore: number | null;
}

/** Calls that one night may open: a centre of a hundred talks a day opens two hundred. */
const atOnce = 1_000;

/**
 * Whose call is due. An episode begins with a counselling before which the same person had none for as long as the
 * second interval; later talks within it begin no other, so that nobody is called twice about one decision.
 * Left out: restricted people (the wall keeps them from the job), files that are closed or part of another, people
 * without a yes to research and follow-up, and people for whom a call is open.
 */
export async function findCandidates(
  tx: Transaction<ContactTables & CampaignTables>,
  { first, second, window }: CampaignDays,
  today: string,
): Promise<CampaignCandidate[]> {
  const { rows } = await sql<CampaignCandidate>`
    select distinct on (talk.client_id)
      talk.id as "contactId", talk.client_id as "clientId", talk.counsellor_id as "counsellorId", r.round,
      (talk.occurred_on + r.days)::date as "dueOn",
      talk.likelihood_before as "likelihoodBefore"
    from contact talk
    join client on client.id = talk.client_id
    join (values ('first', ${first}::integer), ('second', ${second}::integer)) as r (round, days) on true
    where talk.kind = 'counselling' and talk.voided_at is null and not talk.restricted
      and talk.occurred_on between ${today}::date - r.days - ${window}::integer and ${today}::date - r.days + ${window}::integer
      and not client.restricted and client.file_status = 'active' and client.merged_into is null
      and not exists (
        select 1 from contact_client earlier join contact before on before.id = earlier.contact_id
        where earlier.client_id = talk.client_id and before.kind = 'counselling' and before.voided_at is null
          and (before.occurred_on, before.started_at, before.id) < (talk.occurred_on, talk.started_at, talk.id)
          and before.occurred_on >= talk.occurred_on - ${second}::integer)
      and not exists (
        select 1 from campaign_call call
        where call.client_id = talk.client_id
          and (call.closed_at is null or (call.contact_id = talk.id and call.round = r.round)))
      and (select latest.status = 'given' and (latest.valid_until is null or latest.valid_until >= ${today}::date)
           from consent latest where latest.client_id = talk.client_id and latest.purpose = 'research_follow_up'
           order by latest.seq desc limit 1)
    order by talk.client_id, talk.occurred_on + r.days
    limit ${atOnce}`.execute(tx);
  return rows;
}
