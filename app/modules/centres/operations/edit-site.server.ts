import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { newSiteSchema, versionSchema } from '../centre.schemas.ts';
import type { CentreTables } from '../centre.tables.server.ts';
import { changedColumns, lockSite, refuseStale } from '../lock-centre.server.ts';
import { siteColumns } from '../site-row.server.ts';

export const editSiteInput = newSiteSchema.extend({ siteId: z.uuid(), version: versionSchema });

/** Changes a site's name, place, hours and languages. @throws Problem `conflict.version` */
export const editSite = operationsOn<CentreTables>()({
  name: 'site.edit',
  input: editSiteInput,
  subject: 'site',
  load: (context, input) => lockSite(context, input.siteId),
  async run({ tx, now }, input, site) {
    refuseStale(site, input.version);
    const columns = siteColumns(input);
    const fields = changedColumns(site, {
      ...columns,
      name: input.name,
      address: input.address,
      hours: input.hours,
    });
    const version = site.version + 1;
    await tx
      .updateTable('site')
      .set({ ...columns, version, updated_at: now })
      .where('id', '=', site.id)
      .execute();
    return { result: { version }, audit: { subjectId: site.id, fields } };
  },
});
