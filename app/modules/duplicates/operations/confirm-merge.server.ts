import type { Choices } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { carryOutMerge } from '../carry-out-merge.server.ts';
import type { MergeTables } from '../client-merge.tables.server.ts';
import { confirmMergeInput } from '../merge.schemas.ts';
import { checkMergePair, lockMerge } from '../merge-pair.server.ts';
import { choicesPlace } from '../merge-seals.ts';

/**
 * A second person, who had both files before them, confirms a proposal: the two files become one.
 * @throws Problem `duplicates.second-person` for whoever proposed it, `duplicates.not-open` when it was settled
 * meanwhile, `duplicates.changed-since` when a file was changed after the proposal, `conflict.version`;
 * otherwise as `duplicate.propose-merge`
 */
export const confirmMerge = operationsOn<MergeTables>()({
  name: 'duplicate.confirm-merge',
  input: confirmMergeInput,
  subject: 'client-merge',
  load: (context, input) => lockMerge(context, input),
  async run(context, input, { merge, pair }) {
    if (merge.merged_at || merge.closed_at) throw new Problem('duplicates.not-open', 409);
    if (merge.proposed_by === context.actor.staffId) throw new Problem('duplicates.second-person', 409);
    checkMergePair(pair, input);
    if (merge.survivor_version !== pair.survivor.version || merge.merged_version !== pair.merged.version)
      throw new Problem('duplicates.changed-since', 409);
    const choices = await context.house.vault.unseal<Choices>(
      merge.survivor_id,
      choicesPlace(merge.id),
      merge.sealed_choices,
    );
    const { fields } = await carryOutMerge(context, { mergeId: merge.id, pair, choices, toReview: false });
    return {
      result: { mergeId: merge.id, survivorId: pair.survivor.id },
      audit: { subjectId: merge.id, clientId: pair.survivor.id, itemIds: [pair.merged.id], fields },
    };
  },
});
