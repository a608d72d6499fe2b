import type { HitReason } from '#platform/name-matching/people-index.ts';

/** Times a member of staff may ask in 24 hours: enough for a long day at a desk, too few to try out a list of names. */
export const asksPerDay = 20;

/** Hours in which an answer "may be known" can be followed by an inquiry: while the person is there. */
export const inquiryHours = 24;

/** Candidates looked up per ask, always as many: a shorter list would show in the time it takes. */
export const candidatesPerAsk = 20;

/** Milliseconds before which no ask is answered, whatever was found. */
export const askFloor = 700;

/** Days for which the words of an inquiry can be read. */
export const inquiryDays = 30;

const nameScore = 0.9;
const phoneScore = 0.8;

/**
 * Is this near certainly the same person? A card alone is; a phone counts with a like name, because families share
 * phones; a name counts with the year of birth. Anything less would tell somebody about a stranger.
 */
export function isNearCertain(hit: { score: number; reasons: readonly HitReason[] }): boolean {
  if (hit.reasons.includes('same-card')) return true;
  if (hit.reasons.includes('same-phone') && hit.score >= phoneScore) return true;
  return hit.reasons.includes('same-birth-year') && hit.score >= nameScore;
}

/** What became of an ask, as the asker sees it. */
export const askStates = ['asked', 'nobody', 'may_be_known', 'inquired', 'known', 'cannot_say'] as const;
export type AskState = (typeof askStates)[number];

export const inquiryAnswers = ['known', 'cannot_say'] as const;

/** May the asker still write to whoever may know the person? */
export const mayInquire = (ask: { state: AskState; askedAt: Date }, now: Date): boolean =>
  ask.state === 'may_be_known' && now.getTime() - ask.askedAt.getTime() <= inquiryHours * 3_600_000;
