import { z } from 'zod';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { longestDays, scopeNames } from './scopes.ts';
import { webhookEvents } from './webhook.ts';

const chosen = <List extends readonly [string, ...string[]]>(list: List) =>
  z
    .array(z.enum(list))
    .min(1, 'field.choose-one')
    .transform((given) => [...new Set(given)]);

export const createTokenInput = z.object({
  /** What the program is, in words that colleagues will read in the record. */
  name: lineSchema(80),
  scopes: chosen(scopeNames),
  days: z.coerce.number().int().min(1).max(longestDays),
});

export const tokenIdInput = z.object({ tokenId: z.uuid() });

export const addWebhookInput = z.object({
  url: z.string().trim().min(1).max(500),
  events: chosen(webhookEvents),
});

export const webhookIdInput = z.object({ webhookId: z.uuid() });

export const settleInput = z.object({
  outcomes: z
    .array(
      z.object({
        deliveryId: z.uuid(),
        status: z.number().int().min(100).max(599).nullable(),
        trouble: z.string().max(40).nullable(),
      }),
    )
    .max(100),
});
