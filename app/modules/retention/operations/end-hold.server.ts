import { requireStaffActor } from '#modules/clients/index.server.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { sealReason } from '../hold-reason.server.ts';
import { endHoldInput } from '../retention.schemas.ts';
import type { RetentionTables } from '../retention.tables.server.ts';

/** The reason for the hold is over; the clock goes on where it was. @throws `step-up.required`, `retention.hold-ended` */
export const endHold = operationsOn<RetentionTables>()({
  name: 'hold.end',
  input: endHoldInput,
  subject: 'legal-hold',
  load: ({ tx }, { holdId }) =>
    tx.selectFrom('legal_hold').selectAll().where('id', '=', holdId).forUpdate().executeTakeFirst(),
  async run({ house, tx, actor, now }, input, hold) {
    const { staffId } = requireStaffActor(actor);
    requireStepUp(actor, now);
    if (hold.ended_at) throw new Problem('retention.hold-ended', 409);
    await tx
      .updateTable('legal_hold')
      .set({
        ended_by: staffId,
        ended_at: now,
        sealed_end: await sealReason(house, hold, 'sealed_end', input.reason),
      })
      .where('id', '=', hold.id)
      .execute();
    return {
      result: { holdId: hold.id },
      audit: {
        subjectId: hold.id,
        fields: [hold.ground],
        ...(hold.client_id && {
          clientId: hold.client_id,
          detail: { reason: input.reason },
          detailKey: hold.client_id,
        }),
      },
    };
  },
});
