import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { centreProfileSchema, versionSchema } from '../centre.schemas.ts';
import type { CentreTables } from '../centre.tables.server.ts';
import { changedColumns, lockCentre, refuseStale } from '../lock-centre.server.ts';

export const editCentreInput = z.object({ ...centreProfileSchema.shape, version: versionSchema });

/**
 * Changes the centre's name, place, reach and calendar.
 * @throws Problem `conflict.version`
 */
export const editCentre = operationsOn<CentreTables>()({
  name: 'centre.edit',
  input: editCentreInput,
  subject: 'centre',
  load: (context) => lockCentre(context),
  async run({ tx, now }, input, centre) {
    refuseStale(centre, input.version);
    const plain = {
      kind: input.kind,
      context: input.context,
      country: input.country,
      time_zone: input.timeZone,
      calendar: input.calendar,
      phone: input.phone ?? null,
      email: input.email ?? null,
      file_prefix: input.filePrefix,
    };
    const fields = changedColumns(centre, { ...plain, name: input.name, address: input.address });
    const version = centre.version + 1;
    await tx
      .updateTable('centre')
      .set({
        ...plain,
        name: JSON.stringify(input.name),
        address: JSON.stringify(input.address),
        version,
        updated_at: now,
      })
      .where('id', '=', centre.id)
      .execute();
    return { result: { version }, audit: { subjectId: centre.id, fields } };
  },
});
