import type { ClientTables } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { mayNoteTelling } from '../disclosure-request.ts';
import { tellDisclosureInput } from '../disclosure-request.schemas.ts';
import type { DisclosureRequestTables } from '../disclosure-request.tables.server.ts';
import { checkVersion, lockDisclosureRequest, subjectOf } from '../lock-disclosure-request.server.ts';

/**
 * Notes how the person learned that somebody asked for their data, or why they did not; the latter may be noted anew.
 * @throws `disclosure-requests.not-decided`, `disclosure-requests.told`, `conflict.version`
 */
export const tellOfDisclosure = operationsOn<DisclosureRequestTables & ClientTables>()({
  name: 'disclosure-request.tell',
  input: tellDisclosureInput,
  subject: 'disclosure-request',
  load: lockDisclosureRequest,
  async run({ tx, today }, input, request) {
    if (!mayNoteTelling(request.state, request.telling))
      throw new Problem(
        request.telling ? 'disclosure-requests.told' : 'disclosure-requests.not-decided',
        409,
      );
    checkVersion(request, input.version);
    await tx
      .updateTable('disclosure_request')
      .set({ telling: input.telling, told_on: today, version: request.version + 1 })
      .where('id', '=', request.id)
      .execute();
    return {
      result: { disclosureRequestId: request.id },
      audit: { ...subjectOf(request), fields: [input.telling] },
    };
  },
});
