import { type ClientTables, fileMergedAway, requireStaffActor } from '#modules/clients/index.server.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { ErasureTables } from '../erasure.tables.server.ts';
import { checkDecider, lockRequest } from '../lock-request.server.ts';
import { orderErasure } from '../order-erasure.server.ts';
import { eraseClientInput } from '../request.schemas.ts';

/**
 * Grants a request to be erased: a second person, with a fresh proof of the second factor. What was ordered cannot be
 * taken back; the job that follows destroys the keys first.
 * @throws `step-up.required`, `erasures.not-erasure`, `erasures.decided`, `erasures.second-person`,
 * `erasures.legal-hold`, `erasures.open-matter`, `conflict.version`
 */
export const eraseClient = operationsOn<ErasureTables & ClientTables>()({
  name: 'client.erase',
  input: eraseClientInput,
  subject: 'client',
  load: lockRequest,
  async run(context, input, locked) {
    const { tx, today, now } = context;
    const actor = requireStaffActor(context.actor);
    requireStepUp(actor, now);
    const { request, client } = locked;
    const isAlone = await checkDecider(context, actor, locked, input.version);
    if (request.kind !== 'erasure' || !request.cause || !client)
      throw new Problem('erasures.not-erasure', 409);
    if (client.merged_into) throw fileMergedAway();
    const erasureId = await orderErasure(context, client, request.cause);
    await tx
      .updateTable('subject_request')
      .set({
        state: 'done',
        decided_by: actor.staffId,
        decided_on: today,
        decided_alone: isAlone,
        told_how: input.toldHow,
        told_on: today,
        erasure_id: erasureId,
        version: request.version + 1,
      })
      .where('id', '=', request.id)
      .execute();
    return {
      result: { requestId: request.id, erasureId },
      audit: { subjectId: client.id, clientId: client.id, purpose: request.cause, fields: ['file'] },
    };
  },
});
