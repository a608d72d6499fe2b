import type { StaffTables } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { activeColleagues } from '../colleagues.server.ts';
import { notePlace } from '../flag-seals.server.ts';
import { reviewFlagInput } from '../oversight.schemas.ts';
import type { OversightTables } from '../oversight.tables.server.ts';
import { reviewersOf } from '../reviewers.ts';

/**
 * A reviewer has asked, and says what came of it.
 * @throws Problem `forbidden` where somebody else is to be asked (the reader never), `oversight.settled` (409)
 */
export const reviewFlag = operationsOn<OversightTables>()({
  name: 'reading-flag.review',
  input: reviewFlagInput,
  subject: 'reading-flag',
  load: ({ tx }, { flagId }) =>
    tx.selectFrom('reading_flag').selectAll().where('id', '=', flagId).forUpdate().executeTakeFirst(),
  async run({ house, tx, on, actor, now }, { flagId, state, note }, flag) {
    const reviewers = reviewersOf(flag.staff_id, await activeColleagues(on<StaffTables>()));
    if (!actor.staffId || !reviewers.includes(actor.staffId)) throw forbidden();
    if (flag.state !== 'open') throw new Problem('oversight.settled', 409);
    await tx
      .updateTable('reading_flag')
      .set({
        state,
        reviewed_at: now,
        reviewed_by: actor.staffId,
        sealed_note: house.vault.sealForHouse(notePlace(flagId), note),
      })
      .where('id', '=', flagId)
      .execute();
    return { result: { flagId }, audit: { subjectId: flagId, fields: [flag.kind, state] } };
  },
});
