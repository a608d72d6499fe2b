import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { findBreakGlass, relationsToBreakGlass, reviewPlace } from '../break-glass.server.ts';
import { reviewBreakGlassInput } from '../oversight.schemas.ts';
import type { OversightTables } from '../oversight.tables.server.ts';

/**
 * Somebody else judges an emergency access afterwards. There is no exception for small centres, here and in the database.
 * @throws Problem `oversight.own-act` (409), `oversight.settled` (409)
 */
export const reviewBreakGlass = operationsOn<OversightTables>()({
  name: 'break-glass.review',
  input: reviewBreakGlassInput,
  subject: 'client',
  load: ({ tx }, { breakGlassId }) => findBreakGlass(tx, breakGlassId),
  relations: ({ tx, actor }, row) => relationsToBreakGlass(tx, actor, row),
  async run({ house, tx, actor, now }, { breakGlassId, outcome, note }, row) {
    if (!actor.staffId) throw forbidden();
    if (row.staff_id === actor.staffId) throw new Problem('oversight.own-act', 409);
    if (row.reviewed_at) throw new Problem('oversight.settled', 409);
    await tx
      .updateTable('break_glass')
      .set({
        outcome,
        reviewed_at: now,
        reviewed_by: actor.staffId,
        sealed_review: await house.vault.seal(row.client_id, reviewPlace(row.id), note),
      })
      .where('id', '=', breakGlassId)
      .execute();
    return {
      result: { breakGlassId },
      audit: {
        subjectId: breakGlassId,
        clientId: row.client_id,
        fields: [outcome],
        purpose: 'break-glass',
        detail: { note },
        detailKey: row.client_id,
      },
    };
  },
});
