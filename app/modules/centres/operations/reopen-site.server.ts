import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { CentreTables } from '../centre.tables.server.ts';
import { lockSite } from '../lock-centre.server.ts';

/** Opens a closed site again. */
export const reopenSite = operationsOn<CentreTables>()({
  name: 'site.reopen',
  input: z.object({ siteId: z.uuid() }),
  subject: 'site',
  load: (context, { siteId }) => lockSite(context, siteId),
  async run({ tx, now }, _input, site) {
    await tx
      .updateTable('site')
      .set({ active: true, version: site.version + 1, updated_at: now })
      .where('id', '=', site.id)
      .execute();
    return { result: { siteId: site.id }, audit: { subjectId: site.id, fields: ['active'] } };
  },
});
