import { type ClientTables, clientLabels } from '#modules/clients/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { listDisclosuresParams } from '../disclosure-request.schemas.ts';
import type { DisclosureRequestTables } from '../disclosure-request.tables.server.ts';
import { openWords } from '../disclosure-words.server.ts';

const most = 200;

/** Requests that wait, the most urgent first; or the decided ones, the newest first. Names only for who may open files. */
export const listDisclosureRequests = queriesOn<DisclosureRequestTables & ClientTables>()({
  name: 'disclosure-request.list',
  params: listDisclosuresParams,
  subject: 'disclosure-request',
  audit: 'viewed',
  async run(context, { open }) {
    const { tx, house, actor, today } = context;
    const rows = await tx
      .selectFrom('disclosure_request')
      .selectAll()
      .where('centre_id', '=', actor.centre?.id ?? '')
      .where('state', open ? 'in' : 'not in', ['open', 'proposed'])
      .$if(open, (query) =>
        query
          .orderBy('due_on', (day) => day.asc().nullsLast())
          .orderBy('received_on')
          .orderBy('id'),
      )
      .$if(!open, (query) => query.orderBy('decided_on', 'desc').orderBy('id'))
      .limit(most)
      .execute();
    const ids = rows.flatMap((row) => (row.client_id ? [row.client_id] : []));
    const labels = house.policy.mayEver(actor, 'client.view')
      ? await clientLabels(context, ids)
      : new Map<string, { name: string; fileNo: string }>();
    const requests = [];
    for (const row of rows) {
      const label = row.client_id ? labels.get(row.client_id) : undefined;
      requests.push({
        id: row.id,
        asker: row.asker,
        askedBy: (await openWords(house, row, 'sealed_words'))?.askedBy ?? null,
        basis: row.basis,
        state: row.state,
        proposal: row.proposal,
        receivedOn: row.received_on,
        dueOn: row.due_on,
        isLate: open && row.due_on !== null && row.due_on < today,
        decidedOn: row.decided_on,
        clientId: row.client_id,
        isErased: row.client_id === null && row.sealed_words === null,
        name: label?.name ?? null,
        fileNo: label?.fileNo ?? null,
      });
    }
    return {
      answer: { requests },
      viewed: { itemIds: ids, count: rows.length, fields: ['name', 'request'] },
    };
  },
});
