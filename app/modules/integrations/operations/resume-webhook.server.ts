import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { webhookIdInput } from '../integration.schemas.ts';
import type { IntegrationTables } from '../integration.tables.server.ts';
import { lockWebhook } from '../lock-webhook.server.ts';
import { requireSwitchedOn } from '../switched-on.ts';

/** Notices go out again, from now on. @throws Problem `step-up.required` (428), `webhook.not-stopped` (409) */
export const resumeWebhook = operationsOn<IntegrationTables>()({
  name: 'webhook.resume',
  input: webhookIdInput,
  subject: 'webhook',
  load: lockWebhook,
  async run({ actor, tx, now }, { webhookId }, webhook) {
    requireStepUp(actor, now);
    requireSwitchedOn(actor.centre?.settings ?? {});
    if (!webhook.stopped_at) throw new Problem('webhook.not-stopped', 409);
    await tx
      .updateTable('webhook')
      .set({ stopped_at: null, stopped_why: null, failures: 0, version: webhook.version + 1 })
      .where('id', '=', webhookId)
      .execute();
    return { result: { webhookId }, audit: { subjectId: webhookId } };
  },
});
