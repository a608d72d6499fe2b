import { requireStepUp } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { withdrawReleaseInput } from '../release.schemas.ts';
import { type ReleaseTables, withdrawalPlace } from '../release.tables.server.ts';

/**
 * Marks a release as a mistake. Its numbers stay in the log: they are out, and the next release has to reckon with them.
 * @throws Problem `step-up.required` (428), `release.withdrawn` (409)
 */
export const withdrawRelease = operationsOn<ReleaseTables>()({
  name: 'release.withdraw',
  input: withdrawReleaseInput,
  subject: 'release',
  load: ({ tx, actor }, { releaseId }) =>
    tx
      .selectFrom('release')
      .where('id', '=', releaseId)
      .where('centre_id', '=', actor.centre?.id ?? '')
      .select(['id', 'withdrawn_at'])
      .forUpdate()
      .executeTakeFirst(),
  async run({ house, actor, tx, now }, { reason }, release) {
    requireStepUp(actor, now);
    if (!actor.staffId) throw forbidden();
    if (release.withdrawn_at) throw new Problem('release.withdrawn', 409);
    await tx
      .updateTable('release')
      .set({
        withdrawn_by: actor.staffId,
        withdrawn_at: now,
        sealed_withdrawal: house.vault.sealForHouse(withdrawalPlace(release.id), { reason }),
      })
      .where('id', '=', release.id)
      .execute();
    return { result: { releaseId: release.id }, audit: { subjectId: release.id } };
  },
});
