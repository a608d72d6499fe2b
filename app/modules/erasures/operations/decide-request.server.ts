import { type ClientTables, requireStaffActor } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { ErasureTables } from '../erasure.tables.server.ts';
import { checkDecider, lockRequest } from '../lock-request.server.ts';
import { decideRequestInput } from '../request.schemas.ts';
import { answerPlace } from '../request-words.server.ts';

/**
 * Says what became of a request: done, in part, or refused with a reason that the person is told. To grant an erasing is
 * `client.erase`.
 * @throws `erasures.erase-instead`, `erasures.decided`, `erasures.second-person`, `conflict.version`
 */
export const decideRequest = operationsOn<ErasureTables & ClientTables>()({
  name: 'request.decide',
  input: decideRequestInput,
  subject: 'subject-request',
  load: lockRequest,
  async run(context, input, locked) {
    const { house, tx, today } = context;
    const actor = requireStaffActor(context.actor);
    const { request } = locked;
    const isAlone = await checkDecider(context, actor, locked, input.version);
    if (request.kind === 'erasure' && input.outcome === 'done')
      throw new Problem('erasures.erase-instead', 409);
    await tx
      .updateTable('subject_request')
      .set({
        state: input.outcome,
        refusal: input.outcome === 'done' ? null : (input.refusal ?? null),
        decided_by: actor.staffId,
        decided_on: today,
        decided_alone: isAlone,
        told_how: input.toldHow,
        told_on: today,
        sealed_answer:
          input.answer && request.client_id
            ? await house.vault.seal(request.client_id, answerPlace(request.id), { answer: input.answer })
            : null,
        version: request.version + 1,
      })
      .where('id', '=', request.id)
      .execute();
    return {
      result: { requestId: request.id },
      audit: {
        subjectId: request.id,
        ...(request.client_id && { clientId: request.client_id }),
        fields: [input.outcome, ...(input.refusal ? [input.refusal] : [])],
      },
    };
  },
});
