import { randomUUID } from 'node:crypto';
import { loadClientForService, touchLastContact } from '#modules/clients/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden, notFound } from '#platform/problem.ts';
import type { CampaignTables } from './campaign.tables.server.ts';
import type { Conversation } from './contact.schemas.ts';
import type { ContactRow, ContactTables } from './contact.tables.server.ts';
import { conversationColumns } from './conversation-columns.server.ts';

interface Answered {
  minutes: number;
  language: string | undefined;
  decision: Conversation['intentionAfter'];
  likelihoodNow: number | undefined;
  knowsWhomToContact: boolean | undefined;
}

/**
 * A call that reached the person is a service, so it stands in the ledger: as a follow-up, about what the first talk
 * was about. Returns its id.
 */
export async function insertCallContact(
  context: OperationContext<CampaignTables & ContactTables>,
  talk: ContactRow,
  clientId: string,
  answered: Answered,
): Promise<string> {
  const { actor, tx, now, today } = context;
  if (!actor.centre || !actor.staffId) throw forbidden();
  const client = await loadClientForService(context, clientId);
  if (!client) throw notFound();
  const id = randomUUID();
  const columns = conversationColumns(
    {
      channel: 'phone_outbound',
      direction: 'outbound',
      minutes: answered.minutes,
      language: (answered.language ?? talk.language) as Conversation['language'],
      interpreter: false,
      topics: talk.topics as Conversation['topics'],
      corridorFrom: talk.corridor_from ?? undefined,
      corridorTo: talk.corridor_to ?? undefined,
      result: 'information_given',
      stayOptionExplained: false,
      riskInfoGiven: false,
      optionsExplained: [],
      documentsGiven: [],
      thirdPartyPresent: false,
      urgent: false,
      intentionAfter: answered.decision,
      likelihoodAfter: answered.likelihoodNow,
      knowsWhomToContact: answered.knowsWhomToContact,
    },
    { now, today, timeZone: actor.centre.timeZone },
  );
  await tx
    .insertInto('contact')
    .values({
      id,
      kind: 'follow_up',
      centre_id: actor.centre.id,
      site_id: actor.siteId ?? talk.site_id,
      who: 'client',
      client_id: client.id,
      restricted: client.restricted,
      asker_role: 'self',
      ...columns,
      urgent: false,
      sex: client.sex,
      age_band: client.ageBand,
      stage: client.stage,
      nationality: client.nationality,
      district: client.originAdmin1,
      first_time: false,
      people: 1,
      sealed_note: null,
      counsellor_id: actor.staffId,
      recorded_by: actor.staffId,
      recorded_at: now,
    })
    .execute();
  await tx
    .insertInto('contact_client')
    .values({ contact_id: id, client_id: client.id, centre_id: actor.centre.id, occurred_on: today })
    .execute();
  await touchLastContact(context, client.id, today);
  return id;
}
