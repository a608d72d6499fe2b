import { checkChoices } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { MergeTables } from '../client-merge.tables.server.ts';
import { insertProposal } from '../insert-proposal.server.ts';
import { mergeInput } from '../merge.schemas.ts';
import { checkMergePair, lockMergePair } from '../merge-pair.server.ts';

/**
 * Proposes that two files are one person's, with the facts that would stand. Nothing changes until a colleague confirms.
 * @throws Problem `duplicates.ask-supervisor`, `duplicates.already-merged`, `duplicates.already-proposed`,
 * `duplicates.file-erased`, `conflict.version`; `input.invalid` with `choose-one` at `choices.<field>`
 */
export const proposeMerge = operationsOn<MergeTables>()({
  name: 'duplicate.propose-merge',
  input: mergeInput,
  subject: 'client-merge',
  load: (context, input) => lockMergePair(context, input),
  async run(context, input, pair) {
    checkMergePair(pair, input);
    await checkChoices(context, pair, input.choices);
    const mergeId = await insertProposal(context, pair, input.choices);
    return {
      result: { mergeId },
      audit: {
        subjectId: mergeId,
        clientId: pair.survivor.id,
        itemIds: [pair.merged.id],
        fields: ['merge'],
      },
    };
  },
});
