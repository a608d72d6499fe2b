import { type ClientTables, clientLabels } from '#modules/clients/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { ErasureTables } from '../erasure.tables.server.ts';
import { prepareRequestParams } from '../request.schemas.ts';

/** What the page needs on which a person's request is written down: who it is, and what they asked before. */
export const prepareRequest = queriesOn<ErasureTables & ClientTables>()({
  name: 'request.prepare',
  params: prepareRequestParams,
  subject: 'client',
  audit: 'viewed',
  async run(context, { clientId }) {
    const { tx, house, actor, today } = context;
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
    const before = await tx
      .selectFrom('subject_request')
      .select(['id', 'kind', 'state', 'received_on', 'due_on'])
      .where('client_id', '=', clientId)
      .orderBy('received_on', 'desc')
      .orderBy('id')
      .limit(50)
      .execute();
    return {
      answer: {
        clientId,
        fileNo: client.file_no,
        today,
        name: label?.name ?? null,
        before: before.map(({ received_on: receivedOn, due_on: dueOn, ...row }) => ({
          ...row,
          receivedOn,
          dueOn,
        })),
      },
      viewed: { subjectId: clientId, clientId, fields: ['name', 'request'] },
    };
  },
});
