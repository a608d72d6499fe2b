import { type ClientTables, requireStaffActor } from '#modules/clients/index.server.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { agreeingAs, handsOver, isDecided } from '../disclosure-request.ts';
import { decideDisclosureInput } from '../disclosure-request.schemas.ts';
import type { DisclosureRequestTables } from '../disclosure-request.tables.server.ts';
import { sealWords } from '../disclosure-words.server.ts';
import {
  checkVersion,
  lockDisclosureRequest,
  otherDeciders,
  subjectOf,
} from '../lock-disclosure-request.server.ts';

/**
 * The second person agrees to what was proposed, or sends it back with a word why. Where something leaves the house it
 * takes a fresh second factor, and is never done by somebody who had a hand in it before.
 * @throws `disclosure-requests.decided`, `disclosure-requests.not-proposed`, `disclosure-requests.second-person`,
 * `step-up.required`, `conflict.version`
 */
export const decideDisclosure = operationsOn<DisclosureRequestTables & ClientTables>()({
  name: 'disclosure-request.decide',
  input: decideDisclosureInput,
  subject: 'disclosure-request',
  load: lockDisclosureRequest,
  async run(context, input, request) {
    const { house, tx, today, now } = context;
    const actor = requireStaffActor(context.actor);
    const { proposal, proposed_by: proposedBy, recorded_by: recordedBy } = request;
    if (isDecided(request.state)) throw new Problem('disclosure-requests.decided', 409);
    if (!proposal || !proposedBy) throw new Problem('disclosure-requests.not-proposed', 409);
    checkVersion(request, input.version);
    if (input.agree && handsOver(proposal)) requireStepUp(actor, now);
    const as = agreeingAs(
      { recordedBy, proposedBy, outcome: proposal },
      { staffId: actor.staffId, others: await otherDeciders(context, actor.staffId, request) },
    );
    if (input.agree && as === 'not-you') throw new Problem('disclosure-requests.second-person', 409);
    const sealed_note = input.note
      ? await sealWords(house, request, 'sealed_note', { note: input.note })
      : null;
    await tx
      .updateTable('disclosure_request')
      .set({
        sealed_note,
        version: request.version + 1,
        ...(input.agree
          ? {
              state: proposal,
              decided_by: actor.staffId,
              decided_on: today,
              decided_alone: as === 'alone',
            }
          : {
              state: 'open' as const,
              proposal: null,
              refusal: null,
              sealed_proposal: null,
              proposed_by: null,
              proposed_at: null,
            }),
      })
      .where('id', '=', request.id)
      .execute();
    return {
      result: { disclosureRequestId: request.id, state: input.agree ? proposal : ('open' as const) },
      audit: { ...subjectOf(request), fields: [input.agree ? proposal : 'sent-back'] },
    };
  },
});
