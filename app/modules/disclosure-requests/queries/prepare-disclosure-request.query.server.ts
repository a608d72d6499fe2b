import { type ClientTables, clientLabels } from '#modules/clients/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { prepareDisclosureParams } from '../disclosure-request.schemas.ts';
import type { DisclosureRequestTables } from '../disclosure-request.tables.server.ts';

/** Somebody on file; the name only for who may open files. */
interface Named {
  id: string;
  fileNo: string;
  name: string | null;
}

/** What the page needs on which a request is written down: whom it is about, where somebody on file is named. */
export const prepareDisclosureRequest = queriesOn<DisclosureRequestTables & ClientTables>()({
  name: 'disclosure-request.prepare',
  params: prepareDisclosureParams,
  subject: 'client',
  audit: 'viewed',
  async run(context, { clientId }) {
    const { tx, house, actor } = context;
    if (!clientId) return { answer: { client: null as Named | null }, viewed: { fields: ['form'] } };
    const client = await tx
      .selectFrom('client')
      .select(['id', 'file_no'])
      .where('id', '=', clientId)
      .where('merged_into', 'is', null)
      .executeTakeFirst();
    if (!client) return undefined;
    const label = house.policy.mayEver(actor, 'client.view')
      ? (await clientLabels(context, [clientId])).get(clientId)
      : undefined;
    return {
      answer: {
        client: { id: client.id, fileNo: client.file_no, name: label?.name ?? null },
      },
      viewed: { subjectId: clientId, clientId, fields: ['name'] },
    };
  },
});
