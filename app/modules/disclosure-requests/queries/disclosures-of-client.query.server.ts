import type { ClientTables } from '#modules/clients/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { disclosuresOfClientParams } from '../disclosure-request.schemas.ts';
import type { DisclosureRequestTables } from '../disclosure-request.tables.server.ts';

/** Who asked for this person's data, by kind, for the head of their page; the newest first. */
export const disclosuresOfClient = queriesOn<DisclosureRequestTables & Pick<ClientTables, 'client'>>()({
  name: 'disclosure-request.of-client',
  params: disclosuresOfClientParams,
  subject: 'disclosure-request',
  audit: 'none',
  async run({ tx }, { clientId }) {
    const client = await tx.selectFrom('client').select('id').where('id', '=', clientId).executeTakeFirst();
    if (!client) return undefined;
    const rows = await tx
      .selectFrom('disclosure_request')
      .select(['id', 'asker', 'state', 'received_on'])
      .where('client_id', '=', clientId)
      .orderBy('received_on', 'desc')
      .orderBy('id')
      .limit(20)
      .execute();
    return {
      answer: { requests: rows.map(({ received_on: receivedOn, ...row }) => ({ ...row, receivedOn })) },
    };
  },
});
