import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { MergeTables } from '../client-merge.tables.server.ts';
import { mergeIdInput } from '../merge.schemas.ts';
import { lockMerge } from '../merge-pair.server.ts';

/** Closes a proposal without merging: a colleague says no, or whoever proposed it takes it back. @throws `duplicates.not-open` */
export const declineMerge = operationsOn<MergeTables>()({
  name: 'duplicate.decline-merge',
  input: mergeIdInput,
  subject: 'client-merge',
  load: (context, input) => lockMerge(context, input),
  async run({ tx, actor, now }, _input, { merge }) {
    if (merge.merged_at || merge.closed_at) throw new Problem('duplicates.not-open', 409);
    await tx
      .updateTable('client_merge')
      .set({ closed_by: actor.staffId ?? null, closed_at: now })
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
