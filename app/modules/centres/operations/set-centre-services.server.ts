import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { centreServicesSchema, versionSchema } from '../centre.schemas.ts';
import type { CentreTables } from '../centre.tables.server.ts';
import { lockCentre, refuseStale } from '../lock-centre.server.ts';

export const setCentreServicesInput = centreServicesSchema.and(z.object({ version: versionSchema }));

/** Says what the centre does for people. @throws Problem `conflict.version` */
export const setCentreServices = operationsOn<CentreTables>()({
  name: 'centre.set-services',
  input: setCentreServicesInput,
  subject: 'centre',
  load: (context) => lockCentre(context),
  async run({ tx, now }, { services, version: seen }, centre) {
    refuseStale(centre, seen);
    const version = centre.version + 1;
    await tx
      .updateTable('centre')
      .set({ services, version, updated_at: now })
      .where('id', '=', centre.id)
      .execute();
    return {
      result: { version },
      audit: { subjectId: centre.id, fields: ['services'], count: services.length },
    };
  },
});
