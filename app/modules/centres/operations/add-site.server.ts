import { randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { newSiteSchema } from '../centre.schemas.ts';
import type { CentreTables } from '../centre.tables.server.ts';
import { lockCentre } from '../lock-centre.server.ts';
import { siteColumns } from '../site-row.server.ts';

/** Adds a place where people are met. */
export const addSite = operationsOn<CentreTables>()({
  name: 'site.add',
  input: newSiteSchema,
  subject: 'site',
  load: (context) => lockCentre(context),
  async run({ tx, now }, input, centre) {
    const siteId = randomUUID();
    await tx
      .insertInto('site')
      .values({ id: siteId, centre_id: centre.id, ...siteColumns(input), created_at: now, updated_at: now })
      .execute();
    return { result: { siteId }, audit: { subjectId: siteId, fields: ['site'] } };
  },
});
