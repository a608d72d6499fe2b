import type { Transaction } from 'kysely';
import type { CentreTables } from '#modules/centres/index.server.ts';
import type { Channel } from '#platform/code-lists/channel-list.ts';
import type { Topic } from '#platform/code-lists/topic-list.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import type { Conversation } from './contact.schemas.ts';
import type { ContactTables } from './contact.tables.server.ts';
import { checkConversation, conversationColumns, visitorColumns } from './conversation-columns.server.ts';

interface ServiceContact {
  channel: Channel;
  direction: 'inbound' | 'outbound';
  /** BCP 47. */
  language: Conversation['language'];
  /** Main topic first. */
  topics: Topic[];
  minutes: number;
  result: Conversation['result'];
  stayOptionExplained?: boolean;
  riskInfoGiven?: boolean;
  documentsGiven?: Conversation['documentsGiven'];
}

/**
 * Writes a service to somebody without a name into the ledger, inside the operation of the module that served them.
 * It keeps the rules of any conversation and no note: what was said stands where it was said.
 * @returns the id of the contact
 * @throws Problem `input.invalid` on `stayOptionExplained`; `forbidden` for whoever is no member of staff
 */
export async function recordServiceContact(
  context: Pick<OperationContext<unknown>, 'house' | 'actor' | 'on' | 'now' | 'today'>,
  service: ServiceContact,
): Promise<string> {
  const { house, actor, now, today } = context;
  if (!actor.centre || !actor.staffId) throw forbidden();
  const conversation: Conversation = {
    optionsExplained: [],
    interpreter: false,
    thirdPartyPresent: false,
    urgent: false,
    ...service,
    stayOptionExplained: service.stayOptionExplained ?? false,
    riskInfoGiven: service.riskInfoGiven ?? false,
    documentsGiven: service.documentsGiven ?? [],
  };
  checkConversation(conversation, context);
  const siteId = actor.siteId ?? (await firstSite(context.on<CentreTables>(), actor.centre.id));
  const id = await house.vault.keys.mint('contact');
  await context
    .on<ContactTables>()
    .insertInto('contact')
    .values({
      id,
      centre_id: actor.centre.id,
      site_id: siteId,
      who: 'anonymous',
      client_id: null,
      restricted: false,
      asker_role: 'self',
      ...conversationColumns(conversation, { now, today, timeZone: actor.centre.timeZone }),
      ...visitorColumns(undefined),
      first_time: false,
      people: 1,
      sealed_note: null,
      counsellor_id: actor.staffId,
      recorded_by: actor.staffId,
      recorded_at: now,
    })
    .execute();
  return id;
}

/** Whoever signed in without a place works where the centre began. */
async function firstSite(tx: Transaction<CentreTables>, centreId: string): Promise<string> {
  const { id } = await tx
    .selectFrom('site')
    .select('id')
    .where('centre_id', '=', centreId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}
