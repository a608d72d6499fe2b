import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { clientFilterSchema } from '../client-filter.ts';
import { clientPage } from '../client-page.server.ts';
import type { ClientTables } from '../client.tables.server.ts';

export const listClientsParams = clientFilterSchema.extend({ after: z.string().max(100).optional() });

const pageSize = 30;

/** People of the centre in pages; restricted files of others are not in it. */
export const listClients = queriesOn<ClientTables>()({
  name: 'client.list',
  params: listClientsParams,
  subject: 'client',
  audit: 'viewed',
  async run(context, { after, ...filter }) {
    const answer = await clientPage(context, filter, { after, size: pageSize });
    return {
      answer,
      viewed: { itemIds: answer.people.map(({ id }) => id), fields: ['names'], purpose: 'list' },
    };
  },
});
