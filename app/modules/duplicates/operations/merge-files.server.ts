import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { carryOutMerge } from '../carry-out-merge.server.ts';
import type { MergeTables } from '../client-merge.tables.server.ts';
import { insertProposal } from '../insert-proposal.server.ts';
import { mergeInput } from '../merge.schemas.ts';
import { checkMergePair, lockMergePair } from '../merge-pair.server.ts';
import { secondPersonFor } from '../second-person.server.ts';

/**
 * Merges two files without a second person: where the centre decided so, or where nobody else could confirm; then
 * somebody looks at it within three days.
 * @throws Problem `duplicates.needs-second` where a colleague can confirm; otherwise as `duplicate.propose-merge`
 */
export const mergeFiles = operationsOn<MergeTables>()({
  name: 'duplicate.merge',
  input: mergeInput,
  subject: 'client-merge',
  load: (context, input) => lockMergePair(context, input),
  async run(context, input, pair) {
    checkMergePair(pair, input);
    const second = await secondPersonFor(context.on(), context.actor, [pair.survivor, pair.merged]);
    if (second === 'confirm') throw new Problem('duplicates.needs-second', 409);
    const mergeId = await insertProposal(context, pair, input.choices);
    const { fields } = await carryOutMerge(context, {
      mergeId,
      pair,
      choices: input.choices,
      toReview: second === 'alone',
    });
    return {
      result: { mergeId, survivorId: pair.survivor.id },
      audit: { subjectId: mergeId, clientId: pair.survivor.id, itemIds: [pair.merged.id], fields },
    };
  },
});
