import { randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { webhookIdInput } from '../integration.schemas.ts';
import type { IntegrationTables } from '../integration.tables.server.ts';
import { lockWebhook } from '../lock-webhook.server.ts';
import { requireSwitchedOn } from '../switched-on.ts';
import { tryEvent } from '../webhook.ts';

/** Sends a notice about nothing, to see whether it arrives. @throws Problem `webhook.stopped`, `webhook.switched-off` (409) */
export const tryWebhook = operationsOn<IntegrationTables>()({
  name: 'webhook.try',
  input: webhookIdInput,
  subject: 'webhook',
  load: lockWebhook,
  async run({ actor, tx, now, enqueue }, { webhookId }, webhook) {
    requireSwitchedOn(actor.centre?.settings ?? {});
    if (webhook.stopped_at) throw new Problem('webhook.stopped', 409);
    const id = randomUUID();
    await tx
      .insertInto('webhook_delivery')
      .values({
        id,
        centre_id: webhook.centre_id,
        webhook_id: webhookId,
        event: tryEvent,
        subject_id: null,
        at: now,
        next_at: now,
      })
      .execute();
    await enqueue('send-notices', {}, { jobKey: 'send-notices' });
    return { result: { deliveryId: id }, audit: { subjectId: webhookId } };
  },
});
