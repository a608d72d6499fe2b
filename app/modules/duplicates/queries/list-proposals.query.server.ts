import { z } from 'zod';
import { clientLabels } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { MergeTables } from '../client-merge.tables.server.ts';

const most = 200;

/** What waits for a second person, oldest first, and what was merged by one person and is to be looked at. */
export const listProposals = queriesOn<MergeTables>()({
  name: 'duplicate.proposals',
  params: z.object({}),
  subject: 'client-merge',
  audit: 'viewed',
  async run(context) {
    const { tx, actor } = context;
    const open = await tx
      .selectFrom('client_merge')
      .selectAll()
      .where('merged_at', 'is', null)
      .where('closed_at', 'is', null)
      .orderBy('proposed_at')
      .limit(most)
      .execute();
    const toReview = await tx
      .selectFrom('client_merge')
      .selectAll()
      .where('review_until', 'is not', null)
      .where('reviewed_at', 'is', null)
      .where('undone_at', 'is', null)
      .orderBy('review_until')
      .limit(most)
      .execute();
    const rows = [...open, ...toReview];
    const ids = [...new Set(rows.flatMap((row) => [row.survivor_id, row.merged_id]))];
    const labels = await clientLabels({ ...context, on: context.on }, ids);
    const names = await namesOfStaff(
      context,
      rows.map((row) => row.proposed_by),
    );
    const entry = (row: (typeof rows)[number]) => ({
      id: row.id,
      survivor: { id: row.survivor_id, ...labels.get(row.survivor_id) },
      merged: { id: row.merged_id, ...labels.get(row.merged_id) },
      by: names.get(row.proposed_by) ?? '',
      mine: row.proposed_by === actor.staffId,
      proposedAt: row.proposed_at.toISOString(),
      reviewUntil: row.review_until?.toISOString(),
    });
    return {
      answer: { open: open.map(entry), toReview: toReview.map(entry) },
      viewed: { itemIds: ids, fields: ['names'], purpose: 'duplicate-check' },
    };
  },
});
