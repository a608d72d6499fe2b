import type { Updateable } from 'kysely';
import { settingOf } from '#modules/centres/index.server.ts';
import type { Actor } from '#platform/actor.ts';
import { channelGroupOf } from '#platform/code-lists/channel-list.ts';
import { fieldProblem } from '#platform/problem.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { dayProblem, isUrgent, mustExplainStaying } from './contact.ts';
import type { Conversation, VisitorFacts } from './contact.schemas.ts';
import type { ContactTable } from './contact.tables.server.ts';

/**
 * The rules that a conversation must keep, whether it is new or corrected.
 * @throws Problem `input.invalid` on `occurredOn`, `stayOptionExplained` or `corridorTo`
 */
export function checkConversation(
  input: Conversation,
  { actor, today }: { actor: Actor; today: string },
): void {
  const wrongDay = dayProblem(
    input.occurredOn ?? today,
    today,
    settingOf(actor.centre?.settings, 'desk.back-entry-days'),
  );
  if (wrongDay) throw fieldProblem('occurredOn', wrongDay);
  if (mustExplainStaying(input.topics, input.result) && !input.stayOptionExplained)
    throw fieldProblem('stayOptionExplained', 'explain-staying');
  if (input.corridorFrom && input.corridorFrom === input.corridorTo)
    throw fieldProblem('corridorTo', 'same-country');
}

/** The countable columns of a conversation. Times are the centre's own. */
export function conversationColumns(
  input: Conversation,
  moment: { now: Date; today: string; timeZone: string },
) {
  const occurredOn = input.occurredOn ?? moment.today;
  const onPaper = occurredOn < moment.today;
  return {
    channel: input.channel,
    channel_group: channelGroupOf(input.channel),
    direction: input.direction,
    occurred_on: occurredOn,
    started_at:
      input.startedAt || onPaper
        ? zonedTime(occurredOn, input.startedAt ?? '12:00', moment.timeZone)
        : moment.now,
    entered_later: onPaper,
    minutes: input.minutes,
    language: input.language,
    interpreter: input.interpreter,
    topics: input.topics,
    corridor_from: input.corridorFrom ?? null,
    corridor_to: input.corridorTo ?? null,
    result: input.result,
    stay_option_explained: input.stayOptionExplained,
    risk_info_given: input.riskInfoGiven,
    options_explained: input.optionsExplained,
    documents_given: input.documentsGiven,
    third_party_present: input.thirdPartyPresent,
    private_space: input.privateSpace ?? null,
    urgent: isUrgent(input.topics, input.urgent),
    intention_before: input.intentionBefore ?? null,
    intention_after: input.intentionAfter ?? null,
    likelihood_before: input.likelihoodBefore ?? null,
    likelihood_after: input.likelihoodAfter ?? null,
    knowledge_before: input.knowledgeBefore ?? null,
    knowledge_after: input.knowledgeAfter ?? null,
    knows_whom_to_contact: input.knowsWhomToContact ?? null,
    satisfaction: input.satisfaction ?? null,
  } satisfies Updateable<ContactTable>;
}

/** What is counted about somebody without a file, as far as they cared to say. */
export function visitorColumns(facts: VisitorFacts | undefined) {
  return {
    sex: facts?.sex ?? 'unknown',
    age_band: facts?.ageBand ?? 'unknown',
    stage: facts?.stage ?? 'unknown',
    nationality: facts?.nationality ?? null,
    district: facts?.district ?? null,
  } satisfies Updateable<ContactTable>;
}
