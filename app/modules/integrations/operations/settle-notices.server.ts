import { operationsOn } from '#platform/operations/operation.server.ts';
import { settleInput } from '../integration.schemas.ts';
import type { IntegrationTables } from '../integration.tables.server.ts';
import { mostFailures, nextTry } from '../webhook.ts';

/** Notes how sendings ended: arrived, to be tried again, or given up. An address that fails many times in a row is stopped. */
export const settleNotices = operationsOn<IntegrationTables>()({
  name: 'webhook.settle',
  input: settleInput,
  subject: 'webhook',
  async run({ tx, now }, { outcomes }) {
    const ids = outcomes.map((outcome) => outcome.deliveryId).sort();
    const rows =
      ids.length === 0
        ? []
        : await tx
            .selectFrom('webhook_delivery')
            .where('id', 'in', ids)
            .where('state', '=', 'waiting')
            .select(['id', 'webhook_id', 'attempts'])
            .orderBy('id')
            .forUpdate()
            .execute();
    for (const row of rows) {
      const outcome = outcomes.find(({ deliveryId }) => deliveryId === row.id);
      const arrived = outcome?.trouble === null;
      const again = arrived ? undefined : nextTry(row.attempts, now);
      await tx
        .updateTable('webhook_delivery')
        .set({
          http_status: outcome?.status ?? null,
          trouble: outcome?.trouble ?? null,
          ...(arrived && { state: 'delivered' as const, settled_at: now }),
          ...(!arrived && !again && { state: 'failed' as const, settled_at: now }),
          ...(again && { next_at: again }),
        })
        .where('id', '=', row.id)
        .execute();
      const webhook = await tx
        .selectFrom('webhook')
        .where('id', '=', row.webhook_id)
        .select(['failures', 'stopped_at'])
        .forUpdate()
        .executeTakeFirstOrThrow();
      const failures = arrived ? 0 : webhook.failures + (again ? 0 : 1);
      await tx
        .updateTable('webhook')
        .set({
          failures,
          ...(failures >= mostFailures &&
            !webhook.stopped_at && { stopped_at: now, stopped_why: 'failing' as const }),
        })
        .where('id', '=', row.webhook_id)
        .execute();
    }
    return { result: { settled: rows.length }, audit: { count: rows.length, itemIds: ids } };
  },
});
