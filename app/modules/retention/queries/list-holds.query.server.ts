import { z } from 'zod';
import { type ClientTables, clientLabels } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { openReason } from '../hold-reason.server.ts';
import type { RetentionTables } from '../retention.tables.server.ts';

/** Every hold that stands, the one to be looked at first on top. Restricted people only for their readers. */
export const listHolds = queriesOn<RetentionTables & ClientTables>()({
  name: 'hold.list',
  params: z.object({}),
  subject: 'legal-hold',
  audit: 'viewed',
  async run(context) {
    const { tx, house, actor, today } = context;
    const rows = await tx
      .selectFrom('legal_hold')
      .selectAll()
      .where('ended_at', 'is', null)
      .orderBy('review_on')
      .orderBy('id')
      .limit(500)
      .execute();
    const ids = rows.flatMap((row) => (row.client_id ? [row.client_id] : []));
    const labels = house.policy.mayEver(actor, 'client.view')
      ? await clientLabels(context, ids)
      : new Map<string, { name: string; fileNo: string }>();
    const staff = await namesOfStaff(
      context,
      rows.map((row) => row.placed_by),
    );
    const holds = await Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        clientId: row.client_id,
        name: row.client_id ? (labels.get(row.client_id)?.name ?? null) : null,
        fileNo: row.client_id ? (labels.get(row.client_id)?.fileNo ?? null) : null,
        ground: row.ground,
        reason: await openReason(house, row),
        reviewOn: row.review_on,
        isOverdue: row.review_on < today,
        placedBy: staff.get(row.placed_by) ?? null,
        placedAt: row.placed_at.toISOString(),
      })),
    );
    return { answer: { holds }, viewed: { itemIds: ids, count: ids.length, fields: ['name', 'hold'] } };
  },
});
