import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { CentreTables } from '../centre.tables.server.ts';
import { lockCentre, lockSite } from '../lock-centre.server.ts';

/**
 * Closes a site: it leaves the public page and the forms; what happened there stays.
 * @throws Problem `site.last-one` when no other site is open
 */
export const closeSite = operationsOn<CentreTables>()({
  name: 'site.close',
  input: z.object({ siteId: z.uuid() }),
  subject: 'site',
  async load(context, { siteId }) {
    // The centre's row first, so that two people cannot close the last two sites at once.
    await lockCentre(context);
    return lockSite(context, siteId);
  },
  async run({ tx, now }, _input, site) {
    const others = await tx
      .selectFrom('site')
      .select('id')
      .where('centre_id', '=', site.centre_id)
      .where('active', '=', true)
      .where('id', '!=', site.id)
      .execute();
    if (others.length === 0) throw new Problem('site.last-one', 409);
    await tx
      .updateTable('site')
      .set({ active: false, version: site.version + 1, updated_at: now })
      .where('id', '=', site.id)
      .execute();
    return { result: { siteId: site.id }, audit: { subjectId: site.id, fields: ['active'] } };
  },
});
