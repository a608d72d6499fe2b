import { randomUUID } from 'node:crypto';
import { requireStepUp } from '#modules/staff/index.server.ts';
import type { CentreTables } from '#modules/centres/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { makeReleaseFiles } from '../make-release-files.server.ts';
import { protectPeriod } from '../protect-period.server.ts';
import { publishReleaseInput } from '../release.schemas.ts';
import { lockReleases } from '../release-log.server.ts';
import { purposePlace, type ReleaseTables } from '../release.tables.server.ts';

/**
 * Lets protected tables go: counts, protects and writes down what leaves, under the centre's lock. What leaves is what
 * was looked at, or nothing.
 * @throws Problem `step-up.required` (428), `release.changed` (409) when the numbers are others than those looked at,
 * `release.nothing-left` (409)
 */
export const publishRelease = operationsOn<ReleaseTables & CentreTables>()({
  name: 'release.publish',
  input: publishReleaseInput,
  subject: 'release',
  async run({ house, actor, tx, on, now, today }, { seen, recipient, reason, ...asked }) {
    requireStepUp(actor, now);
    const { centre, staffId } = actor;
    if (!centre || !staffId) throw forbidden();
    await lockReleases(on<ReleaseTables>(), centre.id);
    const { scope, calendar, threshold, protection, leaving, hash, changes } = await protectPeriod(
      { tx, actor, today },
      asked,
    );
    if (hash !== seen) throw new Problem('release.changed', 409);
    if (protection.refused || leaving.length === 0) throw new Problem('release.nothing-left', 409);
    const id = randomUUID();
    await tx
      .insertInto('release')
      .values({
        id,
        centre_id: centre.id,
        site_id: scope.siteId,
        kind: asked.kind,
        calendar,
        first_day: scope.first,
        next_day: scope.next,
        audience: asked.audience,
        threshold,
        sealed_purpose: house.vault.sealForHouse(purposePlace(id), { recipient, reason }),
        hash,
        made_by: staffId,
        made_at: now,
        withdrawn_by: null,
        withdrawn_at: null,
        sealed_withdrawal: null,
      })
      .execute();
    await tx
      .insertInto('released_table')
      .values(
        leaving.map(({ code, unit, dimensions, cells }, position) => ({
          release_id: id,
          centre_id: centre.id,
          position,
          code,
          unit,
          dimensions: [...dimensions],
          cells: JSON.stringify(cells),
        })),
      )
      .execute();
    const files = await makeReleaseFiles(
      { house, tx: on<CentreTables>() },
      {
        id,
        kind: asked.kind,
        calendar,
        scope,
        audience: asked.audience,
        threshold,
        madeOn: today,
        hash,
        tables: leaving,
        withheld: protection.tables.flatMap((table) => (table.withheld ? [table.code] : [])),
        isCorrection: changes !== undefined,
        changes: changes ?? [],
      },
    );
    await tx
      .insertInto('release_file')
      .values(files.map((file) => ({ release_id: id, centre_id: centre.id, ...file })))
      .execute();
    return {
      result: { releaseId: id },
      audit: {
        subjectId: id,
        fields: [asked.audience, asked.kind],
        count: leaving.length,
      },
    };
  },
});
