import { z } from 'zod';
import { clientLabels } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { MergeTables } from '../client-merge.tables.server.ts';
import { awaitsReview, daysAfter, standingOf } from '../merge-standing.ts';

const most = 200;
/** Longer than any centre lets a merge be undone. */
const shownDays = 100;

/** Merges of the last months, newest first, with what can still be undone. */
export const listMerged = queriesOn<MergeTables>()({
  name: 'duplicate.merged',
  params: z.object({}),
  subject: 'client-merge',
  audit: 'viewed',
  async run(context) {
    const { tx, actor, now } = context;
    const rows = await tx
      .selectFrom('client_merge')
      .selectAll()
      .where('merged_at', '>', daysAfter(now, -shownDays))
      .orderBy('merged_at', 'desc')
      .limit(most)
      .execute();
    const ids = [...new Set(rows.flatMap((row) => [row.survivor_id, row.merged_id]))];
    const labels = await clientLabels(context, ids);
    const names = await namesOfStaff(
      context,
      rows.flatMap((row) => [
        row.proposed_by,
        row.confirmed_by ?? row.proposed_by,
        row.undone_by ?? row.proposed_by,
      ]),
    );
    return {
      answer: {
        merges: rows.map((row) => ({
          id: row.id,
          survivor: { id: row.survivor_id, ...labels.get(row.survivor_id) },
          merged: { id: row.merged_id, ...labels.get(row.merged_id) },
          proposedBy: names.get(row.proposed_by) ?? '',
          confirmedBy: names.get(row.confirmed_by ?? '') ?? '',
          undoneBy: row.undone_by ? (names.get(row.undone_by) ?? '') : undefined,
          mergedAt: row.merged_at?.toISOString() ?? '',
          undoUntil: row.undo_until?.toISOString() ?? '',
          undoneAt: row.undone_at?.toISOString(),
          standing: standingOf(row, now),
          alone: row.review_until !== null,
          awaitsReview: awaitsReview(row),
          mine: row.confirmed_by === actor.staffId,
        })),
      },
      viewed: { itemIds: ids, fields: ['names'], purpose: 'duplicate-check' },
    };
  },
});
