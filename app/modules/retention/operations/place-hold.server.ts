import { randomUUID } from 'node:crypto';
import { type ClientTables, fileMergedAway, requireStaffActor } from '#modules/clients/index.server.ts';
import type { ErasureTables } from '#modules/erasures/index.server.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { isReviewDay } from '../hold.ts';
import { sealReason } from '../hold-reason.server.ts';
import type { RetentionTables } from '../retention.tables.server.ts';
import { placeHoldInput } from '../retention.schemas.ts';

type Tables = RetentionTables & ClientTables & ErasureTables;

/**
 * Nobody under a hold is erased, at their own wish or by the clock, until somebody ends it. Locks the file, so that it
 * cannot come between an erasing and its order.
 * @throws `step-up.required`, `reviewOn` `review-day`, `retention.held-already`, `retention.erasing`, `clients.merged`
 */
export const placeHold = operationsOn<Tables>()({
  name: 'hold.place',
  input: placeHoldInput,
  subject: 'legal-hold',
  load: async ({ tx, actor }, { clientId }) => {
    if (!clientId) return { id: null, centre_id: actor.centre?.id ?? '', restricted: false };
    const client = await tx
      .selectFrom('client')
      .select(['id', 'centre_id', 'restricted', 'merged_into'])
      .where('id', '=', clientId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (client?.merged_into) throw fileMergedAway();
    return client;
  },
  async run({ house, tx, actor, now, today }, input, held) {
    const { staffId } = requireStaffActor(actor);
    requireStepUp(actor, now);
    if (!isReviewDay(input.reviewOn, today)) throw fieldProblem('reviewOn', 'review-day');
    const before = await tx
      .selectFrom('legal_hold')
      .select('id')
      .where('client_id', held.id ? '=' : 'is', held.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (before) throw new Problem('retention.held-already', 409);
    const erasing =
      held.id &&
      (await tx.selectFrom('erasure').select('id').where('person_id', '=', held.id).executeTakeFirst());
    if (erasing) throw new Problem('retention.erasing', 409);
    const id = randomUUID();
    await tx
      .insertInto('legal_hold')
      .values({
        id,
        centre_id: held.centre_id,
        client_id: held.id,
        restricted: held.restricted,
        ground: input.ground,
        sealed_reason: await sealReason(house, { id, client_id: held.id }, 'sealed_reason', input.reason),
        review_on: input.reviewOn,
        placed_by: staffId,
        placed_at: now,
        ended_by: null,
        ended_at: null,
        sealed_end: null,
      })
      .execute();
    return {
      result: { holdId: id },
      audit: {
        subjectId: id,
        fields: [input.ground],
        ...(held.id && { clientId: held.id, detail: { reason: input.reason }, detailKey: held.id }),
      },
    };
  },
});
