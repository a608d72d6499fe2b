import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { webhookIdInput } from '../integration.schemas.ts';
import type { IntegrationTables } from '../integration.tables.server.ts';
import { lockWebhook } from '../lock-webhook.server.ts';

/** Stops an address at once; what still waited for it is given up. @throws Problem `webhook.stopped` (409) */
export const stopWebhook = operationsOn<IntegrationTables>()({
  name: 'webhook.stop',
  input: webhookIdInput,
  subject: 'webhook',
  load: lockWebhook,
  async run({ tx, now }, { webhookId }, webhook) {
    if (webhook.stopped_at) throw new Problem('webhook.stopped', 409);
    await tx
      .updateTable('webhook')
      .set({ stopped_at: now, stopped_why: 'by-hand', version: webhook.version + 1 })
      .where('id', '=', webhookId)
      .execute();
    await tx
      .updateTable('webhook_delivery')
      .set({ state: 'failed', trouble: 'stopped', settled_at: now })
      .where('webhook_id', '=', webhookId)
      .where('state', '=', 'waiting')
      .execute();
    return { result: { webhookId }, audit: { subjectId: webhookId } };
  },
});
