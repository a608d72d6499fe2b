import type { Choices } from '#modules/clients/index.server.ts';
import { comparePair } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { MergeTables } from '../client-merge.tables.server.ts';
import { pairParams } from '../merge.schemas.ts';
import { choicesPlace } from '../merge-seals.ts';
import { secondPersonFor } from '../second-person.server.ts';

/**
 * Two files side by side: what they share, where they differ and what is suggested, what they agreed to, and the
 * proposal that waits for a second person.
 * @throws Problem `duplicates.ask-supervisor`, `duplicates.file-erased`
 */
export const compareFiles = queriesOn<MergeTables>()({
  name: 'duplicate.compare',
  params: pairParams,
  subject: 'client',
  audit: 'viewed',
  async run(context, { clientId, otherClientId, keepOther }) {
    const { house, tx, actor } = context;
    const pair = [clientId, otherClientId];
    const proposal = await tx
      .selectFrom('client_merge')
      .selectAll()
      .where('survivor_id', 'in', pair)
      .where('merged_id', 'in', pair)
      .where('merged_at', 'is', null)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    // What is proposed is shown as it was proposed.
    const keptId = proposal?.survivor_id ?? (keepOther ? otherClientId : clientId);
    const otherId = keptId === clientId ? otherClientId : clientId;
    const compared = await comparePair({ ...context, tx: context.on<unknown>() }, keptId, otherId);
    const { mergedInto, ...pairSeen } = compared;
    const suspected = await tx
      .selectFrom('possible_duplicate')
      .select(['client_id', 'other_client_id', 'reasons', 'status'])
      .where('client_id', 'in', pair)
      .where('other_client_id', 'in', pair)
      .executeTakeFirst();
    const assignees = compared.fields
      .filter(({ field }) => field === 'assignedTo')
      .flatMap(({ kept, other }) => [kept, other])
      .filter((id) => typeof id === 'string');
    const names = await namesOfStaff(context, [...assignees, ...(proposal ? [proposal.proposed_by] : [])]);
    return {
      answer: {
        ...pairSeen,
        /** One of the two that leads to another file already. */
        mergedAway: [compared.kept, compared.other].find((_, at) => mergedInto[at])?.id,
        staffNames: Object.fromEntries(names),
        suspicion: suspected && {
          pair: `${suspected.client_id}~${suspected.other_client_id}`,
          reasons: suspected.reasons,
          decided: suspected.status === 'not_duplicate',
        },
        second: await secondPersonFor(context.on(), actor, [compared.kept, compared.other]),
        proposal: proposal && {
          id: proposal.id,
          by: names.get(proposal.proposed_by) ?? '',
          mine: proposal.proposed_by === actor.staffId,
          at: proposal.proposed_at.toISOString(),
          choices: await house.vault.unseal<Choices>(
            proposal.survivor_id,
            choicesPlace(proposal.id),
            proposal.sealed_choices,
          ),
          outdated:
            proposal.survivor_version !== compared.kept.version ||
            proposal.merged_version !== compared.other.version,
        },
      },
      viewed: {
        subjectId: keptId,
        clientId: keptId,
        itemIds: [otherId],
        fields: ['identity', 'consents'],
        purpose: 'duplicate-check',
      },
    };
  },
});
