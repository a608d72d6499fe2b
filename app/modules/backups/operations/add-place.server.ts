import { randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { secretPlace } from '#platform/backup/open-targets.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { addPlaceInput } from '../backup.schemas.ts';
import type { BackupTables } from '../backups.tables.server.ts';
import { preparePlace } from '../prepare-place.server.ts';
import { requireWholeHouse } from '../whole-house.server.ts';

const mostPlaces = 10;

/**
 * Adds a place for copies. A disk gets its mark now, so it must be plugged in. The secret of a bucket is sealed and never
 * shown again. @throws Problem `backup.not-yours`, `step-up.required` (428); problems of the field `place`
 */
export const addPlace = operationsOn<BackupTables>()({
  name: 'backup.add-place',
  input: addPlaceInput,
  subject: 'backup',
  async run({ house, actor, tx, now }, input) {
    requireStepUp(actor, now);
    await requireWholeHouse(house, actor);
    if (!actor.staffId) throw forbidden();
    const others = await tx
      .selectFrom('backup_target')
      .where('removed_at', 'is', null)
      .select(['part', 'place'])
      .execute();
    if (others.length >= mostPlaces) throw fieldProblem('place', 'too-many-places');
    const { place, mark } = await preparePlace(house.config.dataDir, input);
    const same = others.find((other) => other.place === place);
    // Whoever finds the one must not find the other.
    if (same) throw fieldProblem('place', same.part === input.part ? 'place-known' : 'place-of-other-part');
    if (input.kind === 'object' && (input.accessKeyId === '' || input.secretAccessKey === ''))
      throw fieldProblem(input.accessKeyId === '' ? 'accessKeyId' : 'secretAccessKey', 'required');
    const id = randomUUID();
    const { accessKeyId, secretAccessKey } = input;
    await tx
      .insertInto('backup_target')
      .values({
        id,
        part: input.part,
        kind: input.kind,
        place,
        region: input.kind === 'object' ? input.region || 'us-east-1' : null,
        disk_mark: mark,
        secret:
          input.kind === 'object'
            ? house.vault.sealForHouse(secretPlace(id), { accessKeyId, secretAccessKey })
            : null,
        added_at: now,
        added_by: actor.staffId,
        removed_at: null,
      })
      .execute();
    return { result: { placeId: id }, audit: { subjectId: id, fields: [input.part, input.kind] } };
  },
});
