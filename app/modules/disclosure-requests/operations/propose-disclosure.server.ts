import { type ClientTables, requireStaffActor } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { isDecided } from '../disclosure-request.ts';
import { proposeDisclosureInput } from '../disclosure-request.schemas.ts';
import type { DisclosureRequestTables } from '../disclosure-request.tables.server.ts';
import { openWords, sealWords } from '../disclosure-words.server.ts';
import { checkVersion, lockDisclosureRequest, subjectOf } from '../lock-disclosure-request.server.ts';

/**
 * Says what should become of a request, with the paper it rests on and, where something is to leave, exactly what.
 * A proposal may be made anew until it is decided. A paper that came later is noted here.
 * @throws `disclosure-requests.decided`, `conflict.version`; `basis` `paper-needed`
 */
export const proposeDisclosure = operationsOn<DisclosureRequestTables & ClientTables>()({
  name: 'disclosure-request.propose',
  input: proposeDisclosureInput,
  subject: 'disclosure-request',
  load: lockDisclosureRequest,
  async run({ house, tx, actor, now }, input, request) {
    const { staffId } = requireStaffActor(actor);
    if (isDecided(request.state)) throw new Problem('disclosure-requests.decided', 409);
    checkVersion(request, input.version);
    const words = await openWords(house, request, 'sealed_words');
    const { outcome, basis, reference, given, advice, reason } = input;
    await tx
      .updateTable('disclosure_request')
      .set({
        state: 'proposed',
        basis,
        ...(words && {
          sealed_words: await sealWords(house, request, 'sealed_words', { ...words, reference }),
        }),
        proposal: outcome,
        refusal: outcome === 'given' ? null : (input.refusal ?? null),
        sealed_proposal: await sealWords(house, request, 'sealed_proposal', {
          ...(outcome !== 'refused' && { given }),
          advice,
          reason,
        }),
        proposed_by: staffId,
        proposed_at: now,
        version: request.version + 1,
      })
      .where('id', '=', request.id)
      .execute();
    return {
      result: { disclosureRequestId: request.id },
      audit: { ...subjectOf(request), fields: [outcome, basis] },
    };
  },
});
