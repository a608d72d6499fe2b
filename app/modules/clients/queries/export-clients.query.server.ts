import { z } from 'zod';
import { openExport } from '#modules/lists/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { clientFilterSchema } from '../client-filter.ts';
import { clientPage, countFiltered } from '../client-page.server.ts';
import type { ClientTables } from '../client.tables.server.ts';

/** People of one step: each step is one line in the audit with everybody in it. */
const stepSize = 500;

/** How many people an export would hold, before anybody gives a reason. Nobody's data leave. */
export const countClients = queriesOn<ClientTables>()({
  name: 'client.count',
  params: clientFilterSchema,
  subject: 'client',
  audit: 'none',
  run: async ({ tx, actor }, filter) => ({ answer: await countFiltered(tx, actor, filter) }),
});

/** A step of an export that was given a reason, with the terms it was given for. @throws Problem `not-found` */
export const exportClients = queriesOn<ClientTables>()({
  name: 'client.export',
  params: z.object({ exportId: z.uuid(), after: z.string().max(100).optional() }),
  subject: 'client',
  audit: 'viewed',
  async run(context, { exportId, after }) {
    const terms = await openExport(context, 'people', exportId);
    const filter = clientFilterSchema.parse(terms.filter);
    const page = await clientPage(context, filter, { after, size: stepSize });
    return {
      answer: { ...page, terms },
      viewed: {
        subjectId: exportId,
        itemIds: page.people.map(({ id }) => id),
        fields: terms.columns,
        purpose: 'export',
      },
    };
  },
});
