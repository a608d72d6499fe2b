import type { ClientMergeRow } from './client-merge.tables.server.ts';

/** Hours in which a merge that nobody confirmed should be looked at by somebody else. */
export const reviewHours = 72;

export type MergeStanding = 'proposed' | 'closed' | 'merged' | 'settled' | 'undone';

/** How a merge stands at a moment: `settled` can no longer be undone. */
export function standingOf(
  merge: Pick<ClientMergeRow, 'closed_at' | 'merged_at' | 'undone_at' | 'undo_until'>,
  now: Date,
): MergeStanding {
  if (merge.closed_at) return 'closed';
  if (!merge.merged_at) return 'proposed';
  if (merge.undone_at) return 'undone';
  return merge.undo_until && merge.undo_until > now ? 'merged' : 'settled';
}

/** Does somebody else still have to look at it? */
export const awaitsReview = (
  merge: Pick<ClientMergeRow, 'review_until' | 'reviewed_at' | 'undone_at'>,
): boolean => merge.review_until !== null && merge.reviewed_at === null && merge.undone_at === null;

const day = 24 * 3_600_000;
export const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * day);
export const hoursAfter = (moment: Date, hours: number): Date =>
  new Date(moment.getTime() + hours * 3_600_000);
