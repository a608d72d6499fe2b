import { isAutoUrgent, needsSafetyPrompt, type Topic, topic } from '#platform/code-lists/topic-list.ts';

/** For whom a contact was: somebody with a file, somebody without a name, or a group that was only counted. */
export const contactWho = ['client', 'anonymous', 'head_count'] as const;
export type ContactWho = (typeof contactWho)[number];

/** Regular ways that a counsellor can tick as explained: the topics that name one. */
export const explainableOptions = [
  'regular_pathways_work',
  'regular_pathways_study',
  'family_reunification',
  'humanitarian_programmes',
  'domestic_training',
  'domestic_job',
] as const satisfies Topic[];

/** What a person can take home from a conversation (workflow W2, "Documents"). */
export const givenDocuments = [
  'information_sheet',
  'document_checklist',
  'leaflet',
  'referral_slip',
  'appointment_slip',
  'card',
] as const;

/** How a follow-up is meant to reach the person. */
export const followUpWays = ['phone', 'message', 'email', 'visit'] as const;
export type FollowUpWay = (typeof followUpWays)[number];

/** How a follow-up ended. */
export const followUpOutcomes = ['reached', 'not_reached', 'no_longer_needed', 'client_declined'] as const;
export type FollowUpOutcome = (typeof followUpOutcomes)[number];

/** Where a follow-up stands by its day. */
export const followUpPiles = ['overdue', 'today', 'later'] as const;
export type FollowUpPile = (typeof followUpPiles)[number];
/** `due`: what falls due first comes first; `latest-due`: the other way round. */
export const followUpSorts = ['due', 'latest-due'] as const;

const endedEarly = new Set(['client_disconnected', 'no_answer_available', 'out_of_scope', 'referred']);

/**
 * Whoever is advised about going must have heard that staying is an option too (W2: "options incl. staying explained").
 * Not asked where the talk ended before there was advice.
 */
export function mustExplainStaying(topics: readonly Topic[], result: string): boolean {
  return topics.some((code) => topic.group(code) === 'before_migration') && !endedEarly.has(result);
}

/** Urgent by itself (thoughts of suicide), or because the counsellor says so. */
export const isUrgent = (topics: readonly Topic[], ticked: boolean): boolean =>
  ticked || topics.some(isAutoUrgent);

/** Topics after which the counsellor is asked whether the person is safe now. */
export const safetyTopics = (topics: readonly Topic[]): Topic[] => topics.filter(needsSafetyPrompt);

/**
 * What is wrong with the day of a contact, as a field code; undefined when it can be. Days are `YYYY-MM-DD`;
 * `daysBack` is how far back what was on paper may be entered (a setting of the centre). */
export function dayProblem(
  occurredOn: string,
  today: string,
  daysBack: number,
): 'in-the-future' | 'too-long-ago' | undefined {
  if (occurredOn > today) return 'in-the-future';
  const days = (Date.parse(today) - Date.parse(occurredOn)) / 86_400_000;
  return days > daysBack ? 'too-long-ago' : undefined;
}

/** Open follow-ups stand in three piles; the pile says what to do first. */
export function followUpPile(dueOn: string, today: string): FollowUpPile {
  if (dueOn < today) return 'overdue';
  return dueOn === today ? 'today' : 'later';
}
