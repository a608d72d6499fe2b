import type { ContactRow } from './contact.tables.server.ts';
import type { ConversationValues } from './components/conversation-values.ts';

type Facts = Omit<ContactRow, 'sealed_note' | 'started_at' | 'recorded_at' | 'voided_at'>;

/** A recorded contact as the form shows it for correcting. */
export const valuesOfContact = (contact: Facts, note: string | undefined): ConversationValues => ({
  topics: contact.topics,
  result: contact.result,
  channel: contact.channel,
  direction: contact.direction,
  minutes: contact.minutes,
  language: contact.language,
  interpreter: contact.interpreter,
  asker: contact.asker_role,
  corridorFrom: contact.corridor_from ?? undefined,
  corridorTo: contact.corridor_to ?? undefined,
  stayOptionExplained: contact.stay_option_explained,
  riskInfoGiven: contact.risk_info_given,
  optionsExplained: contact.options_explained,
  documentsGiven: contact.documents_given,
  thirdPartyPresent: contact.third_party_present,
  privateSpace: contact.private_space ?? undefined,
  urgent: contact.urgent,
  likelihoodBefore: contact.likelihood_before ?? undefined,
  likelihoodAfter: contact.likelihood_after ?? undefined,
  knowledgeBefore: contact.knowledge_before ?? undefined,
  knowledgeAfter: contact.knowledge_after ?? undefined,
  intentionAfter: contact.intention_after ?? undefined,
  knowsWhomToContact: contact.knows_whom_to_contact ?? undefined,
  satisfaction: contact.satisfaction ?? undefined,
  note,
  occurredOn: contact.occurred_on,
});
