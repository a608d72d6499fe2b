import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { MergeTables } from '../client-merge.tables.server.ts';
import { mergeIdInput } from '../merge.schemas.ts';
import { lockMerge } from '../merge-pair.server.ts';
import { awaitsReview } from '../merge-standing.ts';

/**
 * Somebody else looked at a merge that one person had to do alone, and found it right. Who does not, undoes it.
 * @throws Problem `duplicates.not-open` when there is nothing to look at, `duplicates.second-person` for whoever merged
 */
export const reviewMerge = operationsOn<MergeTables>()({
  name: 'duplicate.review-merge',
  input: mergeIdInput,
  subject: 'client-merge',
  load: (context, input) => lockMerge(context, input),
  async run({ tx, actor, now }, _input, { merge }) {
    if (!awaitsReview(merge)) throw new Problem('duplicates.not-open', 409);
    if (merge.confirmed_by === actor.staffId) throw new Problem('duplicates.second-person', 409);
    await tx
      .updateTable('client_merge')
      .set({ reviewed_by: actor.staffId ?? null, reviewed_at: now })
      .where('id', '=', merge.id)
      .execute();
    return {
      result: { mergeId: merge.id },
      audit: {
        subjectId: merge.id,
        clientId: merge.survivor_id,
        itemIds: [merge.merged_id],
        fields: ['merge'],
      },
    };
  },
});
