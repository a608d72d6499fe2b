import { type ClientTables, clientLabels } from '#modules/clients/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { openReason } from '../hold-reason.server.ts';
import { holdOfClientParams } from '../retention.schemas.ts';
import type { RetentionTables } from '../retention.tables.server.ts';

/** Whether a person is held, for the page on which a hold is placed or ended. */
export const holdOfClient = queriesOn<RetentionTables & ClientTables>()({
  name: 'hold.of-client',
  params: holdOfClientParams,
  subject: 'client',
  audit: 'viewed',
  async run(context, { clientId }) {
    const { tx, house, actor } = context;
    const client = await tx
      .selectFrom('client')
      .select(['id', 'file_no', 'last_contact_on', 'registered_on'])
      .where('id', '=', clientId)
      .where('merged_into', 'is', null)
      .executeTakeFirst();
    if (!client) return undefined;
    const label = house.policy.mayEver(actor, 'client.view')
      ? (await clientLabels(context, [clientId])).get(clientId)
      : undefined;
    const hold = await tx
      .selectFrom('legal_hold')
      .selectAll()
      .where('client_id', '=', clientId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return {
      answer: {
        clientId,
        fileNo: client.file_no,
        name: label?.name ?? null,
        clockOn: client.last_contact_on ?? client.registered_on,
        hold: hold
          ? {
              id: hold.id,
              ground: hold.ground,
              reviewOn: hold.review_on,
              reason: await openReason(house, hold),
            }
          : null,
      },
      viewed: { subjectId: clientId, clientId, fields: ['hold'] },
    };
  },
});
