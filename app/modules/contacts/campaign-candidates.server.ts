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
  // One person after the other, by index: as joins, these questions would be planned by statistics that a register
  // which was filled in a minute does not have yet, and took half a minute.
  const { rows } = await sql<CampaignCandidate>`
    with talk as materialized (
      select k.id, k.client_id, k.counsellor_id, k.occurred_on, k.started_at, k.likelihood_before, r.round, r.days
      from (values ('first', ${first}::integer), ('second', ${second}::integer)) as r (round, days)
      join contact k on k.occurred_on between ${today}::date - r.days - ${window}::integer and ${today}::date - r.days + ${window}::integer
      where k.kind = 'counselling' and k.voided_at is null and not k.restricted and k.client_id is not null
    )
    select distinct on (talk.client_id)
      talk.id as "contactId", talk.client_id as "clientId", talk.counsellor_id as "counsellorId", talk.round,
      (talk.occurred_on + talk.days)::date as "dueOn",
      talk.likelihood_before as "likelihoodBefore"
    from talk
    where (select not client.restricted and client.file_status = 'active' and client.merged_into is null
           from client where client.id = talk.client_id)
      and (select true
           from contact_client earlier join contact before on before.id = earlier.contact_id
           where earlier.client_id = talk.client_id and before.kind = 'counselling' and before.voided_at is null
             and (before.occurred_on, before.started_at, before.id) < (talk.occurred_on, talk.started_at, talk.id)
             and before.occurred_on >= talk.occurred_on - ${second}::integer
           limit 1) is null
      and (select true from campaign_call call
           where call.client_id = talk.client_id
             and (call.closed_at is null or (call.contact_id = talk.id and call.round = talk.round))
           limit 1) is null
      and (select latest.status = 'given' and (latest.valid_until is null or latest.valid_until >= ${today}::date)
           from consent latest where latest.client_id = talk.client_id and latest.purpose = 'research_follow_up'
           order by latest.seq desc limit 1)
    order by talk.client_id, talk.occurred_on + talk.days
    limit ${atOnce}`.execute(tx);
  return rows;
}
