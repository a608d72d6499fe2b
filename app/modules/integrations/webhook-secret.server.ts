import type { Vault } from '#platform/vault/vault.server.ts';
import type { WebhookSecret } from './webhook.ts';

const placeOf = (id: string) => ({ table: 'webhook', column: 'sealed', row: id });

/** Where a notice goes and what signs it. An address tells with whom the centre works: sealed too. */
export const sealWebhook = (vault: Vault, id: string, value: WebhookSecret): Buffer =>
  vault.sealForHouse(placeOf(id), value);

export const unsealWebhook = (vault: Vault, id: string, sealed: Buffer): WebhookSecret =>
  vault.unsealForHouse(placeOf(id), sealed);
