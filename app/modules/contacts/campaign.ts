/** The two calls of an episode: some 30 and some 180 days after its first counselling. */
export const campaignRounds = ['first', 'second'] as const;
export type CampaignRound = (typeof campaignRounds)[number];

/** How one try ended, as the caller ticks it. */
export const attemptOutcomes = [
  'reached',
  'not_reached',
  'other_person',
  'call_back',
  'wrong_number',
  'declined',
  'asked_not_to_be_called',
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** How a call ended. `stopped` is the house's own: consent withdrawn, file closed or merged, days over. */
export type CallOutcome =
  | 'reached'
  | 'not_reached'
  | 'wrong_number'
  | 'declined'
  | 'asked_not_to_be_called'
  | 'stopped';

/** Tries at different hours after which nobody is called again about it (W2). */
export const mostHoursTried = 3;

const endsAtOnce = new Set<AttemptOutcome>(['reached', 'wrong_number', 'declined', 'asked_not_to_be_called']);

/**
 * How the call has ended with this try, or undefined while it goes on. Tries count by the hour of the day: somebody
 * who works mornings is not reached by three calls in the morning. A call back was wished for, so it is no failed try.
 */
export function settleCall(
  before: readonly { outcome: string; hour: number }[],
  now: { outcome: AttemptOutcome; hour: number },
): CallOutcome | undefined {
  if (endsAtOnce.has(now.outcome)) return now.outcome as CallOutcome;
  const hours = new Set(
    [...before, now].filter(({ outcome }) => outcome !== 'call_back').map(({ hour }) => hour),
  );
  return hours.size >= mostHoursTried ? 'not_reached' : undefined;
}

/** Were the answers asked at all? They are given by somebody who was reached, and by nobody else. */
export const hasAnswers = (outcome: AttemptOutcome): boolean => outcome === 'reached';

/** Mean change, where both ends were told; undefined where nobody told both. Indicator I-17. */
export function meanChange(
  pairs: readonly { before: number | null; now: number | null }[],
): { people: number; before: number; now: number; change: number } | undefined {
  const told = pairs.filter(
    (pair): pair is { before: number; now: number } => pair.before !== null && pair.now !== null,
  );
  if (told.length === 0) return undefined;
  const mean = (of: 'before' | 'now') => told.reduce((sum, pair) => sum + pair[of], 0) / told.length;
  const [before, now] = [mean('before'), mean('now')];
  return { people: told.length, before, now, change: now - before };
}
