import { type ClientTables, clientLabels } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { ErasureTables } from '../erasure.tables.server.ts';
import { listRequestsParams } from '../request.schemas.ts';

const most = 200;

/** Requests that wait, the most urgent first; or the settled ones, the newest first. Names only for who may open files. */
export const listRequests = queriesOn<ErasureTables & ClientTables>()({
  name: 'request.list',
  params: listRequestsParams,
  subject: 'subject-request',
  audit: 'viewed',
  async run(context, { open }) {
    const { tx, house, actor, today } = context;
    const rows = await tx
      .selectFrom('subject_request')
      .selectAll()
      .where('centre_id', '=', actor.centre?.id ?? '')
      .where('state', open ? '=' : '<>', 'open')
      .$if(open, (query) => query.orderBy('due_on').orderBy('id'))
      .$if(!open, (query) => query.orderBy('decided_on', 'desc').orderBy('id'))
      .limit(most)
      .execute();
    const ids = rows.flatMap((row) => (row.client_id ? [row.client_id] : []));
    const labels = house.policy.mayEver(actor, 'client.view')
      ? await clientLabels(context, ids)
      : new Map<string, { name: string; fileNo: string }>();
    const staff = await namesOfStaff(
      context,
      rows.flatMap((row) => [row.recorded_by, row.decided_by ?? row.recorded_by]),
    );
    return {
      answer: {
        requests: rows.map((row) => ({
          id: row.id,
          kind: row.kind,
          cause: row.cause,
          state: row.state,
          receivedOn: row.received_on,
          dueOn: row.due_on,
          isLate: row.state === 'open' && row.due_on < today,
          decidedOn: row.decided_on,
          decidedAlone: row.decided_alone,
          refusal: row.refusal,
          clientId: row.client_id,
          name: row.client_id ? (labels.get(row.client_id)?.name ?? null) : null,
          fileNo: row.client_id ? (labels.get(row.client_id)?.fileNo ?? null) : null,
          recordedBy: staff.get(row.recorded_by) ?? null,
        })),
      },
      viewed: { itemIds: ids, count: rows.length, fields: ['name', 'request'] },
    };
  },
});
