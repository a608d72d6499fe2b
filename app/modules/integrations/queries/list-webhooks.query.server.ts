import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import type { IntegrationTables } from '../integration.tables.server.ts';
import { isSwitchedOn } from '../switched-on.ts';
import { unsealWebhook } from '../webhook-secret.server.ts';

/** Where notices go, each with the last of them. The secret is never shown again. */
export const listWebhooks = queriesOn<IntegrationTables>()({
  name: 'webhook.list',
  params: z.object({}),
  subject: 'webhook',
  audit: 'none',
  async run(context) {
    const { house, actor, tx } = context;
    const rows = await tx.selectFrom('webhook').selectAll().orderBy('created_at', 'desc').limit(50).execute();
    const names = await namesOfStaff(
      context,
      rows.map((row) => row.created_by),
    );
    const webhooks = [];
    for (const row of rows) {
      const last = await tx
        .selectFrom('webhook_delivery')
        .where('webhook_id', '=', row.id)
        .select(['id', 'event', 'at', 'state', 'attempts', 'http_status', 'trouble'])
        .orderBy('at', 'desc')
        .limit(5)
        .execute();
      webhooks.push({
        id: row.id,
        url: unsealWebhook(house.vault, row.id, row.sealed).url,
        events: row.events,
        createdBy: names.get(row.created_by) ?? '',
        createdAt: row.created_at,
        stoppedWhy: row.stopped_why,
        last: last.map((each) => ({
          id: each.id,
          event: each.event,
          at: each.at,
          state: each.state,
          attempts: each.attempts,
          status: each.http_status,
          trouble: each.trouble,
        })),
      });
    }
    return { answer: { on: isSwitchedOn(actor.centre?.settings), webhooks } };
  },
});
