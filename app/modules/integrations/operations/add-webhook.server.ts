import { randomBytes, randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { addWebhookInput } from '../integration.schemas.ts';
import type { IntegrationTables } from '../integration.tables.server.ts';
import { addressTrouble } from '../webhook.ts';
import { sealWebhook } from '../webhook-secret.server.ts';
import { requireSwitchedOn } from '../switched-on.ts';

const mostWebhooks = 10;

/**
 * Adds an address to which notices go. The secret that signs them is returned once.
 * @throws Problem `step-up.required` (428), `webhook.switched-off` (409); `field.https-only` and its like on `url`
 */
export const addWebhook = operationsOn<IntegrationTables>()({
  name: 'webhook.add',
  input: addWebhookInput,
  subject: 'webhook',
  async run({ house, actor, tx, now }, { url, events }) {
    requireStepUp(actor, now);
    if (!actor.centre || !actor.staffId) throw forbidden();
    requireSwitchedOn(actor.centre.settings);
    const ownHost = house.config.publicUrl && new URL(house.config.publicUrl).hostname;
    const trouble = addressTrouble(url, ownHost);
    if (trouble) throw fieldProblem('url', trouble);
    const open = await tx.selectFrom('webhook').where('stopped_at', 'is', null).select('id').execute();
    if (open.length >= mostWebhooks) throw fieldProblem('url', 'too-many-addresses');
    const id = randomUUID();
    const secret = randomBytes(32).toString('base64url');
    await tx
      .insertInto('webhook')
      .values({
        id,
        centre_id: actor.centre.id,
        sealed: sealWebhook(house.vault, id, { url, secret }),
        events,
        created_by: actor.staffId,
        created_at: now,
      })
      .execute();
    return { result: { webhookId: id, secret }, audit: { subjectId: id, fields: events } };
  },
});
